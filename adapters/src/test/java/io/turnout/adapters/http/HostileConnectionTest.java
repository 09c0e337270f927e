package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Connections nobody should send. Each is refused field by field, and no refusal repeats what was
/// in it.
class HostileConnectionTest {
    private static final OperatedHouse HOUSE = new OperatedHouse();
    private static final String SECRET = "canary";

    private final OrgId org = Ids.org();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private HttpResponse<String> put(String body) {
        return HOUSE.send("security-admin", "PUT", "/" + org + "/connection", body);
    }

    private HttpResponse<String> get() {
        return HOUSE.send("operator", "GET", "/" + org + "/connection", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"loginUrl\":7}",
                "{\"loginUrl\":\"canary\",\"consumerKey\":\"k\",\"username\":\"u\"}",
                "{\"loginUrl\":\"https://[:canary\",\"consumerKey\":\"k\",\"username\":\"u\"}",
                "{\"loginUrl\":\"https://a.b/canary\",\"consumerKey\":\"k\",\"username\":\"u\"}",
                "{\"loginUrl\":\"https://a.b\",\"consumerKey\":\"ca nary\",\"username\":\"u\"}",
                "{\"loginUrl\":\"https://a.b\",\"consumerKey\":\"k\",\"username\":\"ca\\u0000ry\"}",
                "{\"loginUrl\":\"https://a.b\",\"consumerKey\":\"k\",\"username\":\"\\ud800\"}",
                "{\"loginUrl\":\"https://a.b\",\"consumerKey\":\"k\",\"username\":\"u\",\"x\":1}"
            })
    void what_is_no_connection_is_refused_field_by_field(String body) {
        HttpResponse<String> answer = put(body);

        JsonNode problem = problem(answer, 422, "invalid");
        assertThat(problem.path("violations")).isNotEmpty();
        assertThat(problem.path("violations").findValuesAsText("message").toString())
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"privateKey\":\"canary\"",
                "\"privateKey\":\"\"",
                "\"privateKey\":null",
                "\"privateKey\":[\"canary\"]",
                "\"privateKey\":\"-----BEGIN\",\"webhookSecrets\":[\"a\",\"b\",\"c\"]",
                "\"privateKey\":\"-----BEGIN\",\"webhookSecrets\":[null]",
                "\"privateKey\":\"-----BEGIN\",\"webhookSecrets\":\"canary\"",
                "\"privateKey\":\"-----BEGIN\",\"mapping\":\"../canary\"",
                "\"privateKey\":\"-----BEGIN\",\"apiVersion\":\"canary\"",
                "\"privateKey\":\"-----BEGIN\",\"audience\":\"http://canary\""
            })
    void what_is_wrong_with_a_secret_is_told_without_it(String field) {
        String body =
                "{\"loginUrl\":\"https://a.b\",\"consumerKey\":\"k\",\"username\":\"u\",%s}"
                        .formatted(field);

        HttpResponse<String> answer = put(body);

        assertThat(problem(answer, 422, "invalid").path("violations")).isNotEmpty();
        assertThat(answer.body()).doesNotContain(SECRET);
        refused(get(), 404, "not-found");
    }

    @Test
    void a_body_of_any_other_shape_is_refused_and_never_a_bug() {
        for (String body :
                List.of(
                        "[]",
                        "null",
                        "{",
                        "\"x\"",
                        "{\"loginUrl\":\"" + "a".repeat(70_000) + "\"}",
                        "{\"privateKey\":\"" + "a".repeat(20_000) + "\"}")) {
            assertThat(put(body).statusCode()).as(body).isBetween(400, 422);
        }
        for (String path :
                List.of("/x/connection", "/" + Fair.FAIR + "/connection", "/%00/connection")) {
            assertThat(HOUSE.send("security-admin", "PUT", path, "{}").statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
        for (String query :
                List.of("?limit=0", "?limit=101", "?limit=x", "?cursor=x", "?cursor=")) {
            assertThat(
                            problem(HOUSE.send("viewer", "GET", query, ""), 422, "invalid")
                                    .path("violations"))
                    .as(query)
                    .hasSize(1);
        }
    }
}
