package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.contract.Ids;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.Finding;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.org.OrgId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Operators connect orgs, look at them and test them; nobody is ever shown a secret.
class ConnectionResourceTest {
    private static final OperatedHouse HOUSE = new OperatedHouse();
    private static final String SECRET = "canary";
    private static final String BODY =
            """
            {"loginUrl":"https://acme.my.salesforce.com","consumerKey":"3MVG9",
             "username":"turnout@acme.example",
             "privateKey":"-----BEGIN PRIVATE KEY-----\\ncanary\\n-----END PRIVATE KEY-----\\n",
             "webhookSecrets":["whsec_canarycanarycanary1234","whsec_canarycanarycanary5678"]}
            """;

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

    @Test
    void an_org_is_connected_changed_shown_and_forgotten() {
        HttpResponse<String> created = put(BODY);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location"))
                .contains("/v1/operator/orgs/" + org + "/connection");
        assertThat(put(BODY.replace("3MVG9", "3MVG8")).statusCode()).isEqualTo(200);
        JsonNode shown = json(get());
        assertThat(shown.at("/access/consumerKey").asText()).isEqualTo("3MVG8");
        assertThat(shown.at("/access/apiVersion").asText()).isEqualTo("66.0");
        assertThat(shown.at("/mapping").asText()).isEqualTo("default");
        assertThat(shown.at("/source").asText()).isEqualTo("stored");
        assertThat(shown.at("/schema").isNull()).isTrue();

        HttpResponse<String> gone =
                HOUSE.send("security-admin", "DELETE", "/" + org + "/connection", "");
        assertThat(gone.statusCode()).isEqualTo(204);
        refused(get(), 404, "not-found");
        refused(
                HOUSE.send("security-admin", "DELETE", "/" + org + "/connection", ""),
                404,
                "not-found");
    }

    @Test
    void no_answer_shows_more_of_a_secret_than_its_end() {
        HttpResponse<String> created = put(BODY);
        HttpResponse<String> shown = get();
        HttpResponse<String> tested =
                HOUSE.send("operator", "POST", "/" + org + "/connection/test", "");
        HttpResponse<String> listed = HOUSE.send("viewer", "GET", "?limit=100", "");

        for (HttpResponse<String> answer : List.of(created, shown, tested, listed)) {
            assertThat(answer.statusCode()).isBetween(200, 201);
            assertThat(answer.body()).doesNotContain(SECRET, "PRIVATE KEY", "whsec_");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
        assertThat(json(shown).at("/access/webhookSecrets"))
                .extracting(JsonNode::asText)
                .containsExactly("…1234", "…5678");
    }

    @Test
    void a_secret_that_is_left_out_stays() {
        refused(put(BODY.replaceFirst("\"privateKey\":\"[^\"]*\",", "")), 422, "invalid");
        var _ = put(BODY);

        String without =
                BODY.replaceFirst("\"privateKey\":\"[^\"]*\",", "\"mapping\":\"acme\"")
                        .replaceFirst("\"webhookSecrets\":\\[[^]]*]", "");

        assertThat(put(without).statusCode()).as(without).isEqualTo(200);
        assertThat(json(get()).at("/access/webhookSecrets")).hasSize(2);
        assertThat(json(get()).at("/mapping").asText()).isEqualTo("acme");
    }

    @Test
    void each_role_does_its_own() {
        var _ = put(BODY);
        String connection = "/" + org + "/connection";

        refused(HOUSE.send("operator", "PUT", connection, BODY), 403, "forbidden");
        refused(HOUSE.send("viewer", "PUT", connection, BODY), 403, "forbidden");
        refused(HOUSE.send("operator", "DELETE", connection, ""), 403, "forbidden");
        refused(HOUSE.send("viewer", "GET", connection, ""), 403, "forbidden");
        refused(HOUSE.send("viewer", "POST", connection + "/test", ""), 403, "forbidden");
        refused(HOUSE.send("auditor", "GET", "", ""), 403, "forbidden");
        assertThat(HOUSE.send("security-admin", "GET", connection, "").statusCode()).isEqualTo(200);
        assertThat(HOUSE.send("security-admin", "GET", "", "").statusCode()).isEqualTo(200);
        assertThat(HOUSE.send("viewer", "GET", "", "").statusCode()).isEqualTo(200);
        refused(HOUSE.get(connection), 401, "unauthenticated");
        refused(HOUSE.get(""), 401, "unauthenticated");
    }

    @Test
    void a_test_answers_with_what_it_found_whatever_that_is() {
        var _ = put(BODY);
        HOUSE.memory()
                .connected()
                .probe()
                .fail(org, Check.failed(Check.Step.LOGIN, "refused", "approve the app"));

        HttpResponse<String> tested =
                HOUSE.send("operator", "POST", "/" + org + "/connection/test", "");

        assertThat(tested.statusCode()).isEqualTo(200);
        JsonNode report = json(tested);
        assertThat(report.path("sound").asBoolean(true)).isFalse();
        assertThat(report.path("checks")).hasSize(Check.Step.values().length);
        assertThat(report.at("/checks/2/step").asText()).isEqualTo("login");
        assertThat(report.at("/checks/2/outcome").asText()).isEqualTo("failed");
        assertThat(report.at("/checks/2/advice").asText()).isEqualTo("approve the app");
        assertThat(report.at("/checks/3/outcome").asText()).isEqualTo("skipped");
    }

    @Test
    void what_was_found_is_in_the_list_and_in_full_at_the_org() {
        var _ = put(BODY);
        HOUSE.memory()
                .connected()
                .schema()
                .answer(
                        org,
                        new SchemaReport.Described(
                                List.of(
                                        new Finding(
                                                Finding.Fault.FIELD_READ_ONLY,
                                                Finding.Harm.DELIVERY,
                                                "Attendee__c",
                                                Optional.of("Title__c"),
                                                "may not be edited",
                                                "grant edit access"))));

        var _ = HOUSE.send("operator", "POST", "/" + org + "/connection/test", "");

        JsonNode shown = json(get());
        assertThat(shown.at("/schema/findings/0/fault").asText()).isEqualTo("field-read-only");
        assertThat(shown.at("/schema/findings/0/advice").asText()).isEqualTo("grant edit access");
        List<JsonNode> lines = new ArrayList<>();
        json(HOUSE.send("viewer", "GET", "?limit=100", "")).path("orgs").forEach(lines::add);
        assertThat(lines)
                .filteredOn(line -> line.path("org").asText().equals(org.value()))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.path("state").asText()).isEqualTo("findings");
                            assertThat(line.path("findings").asInt()).isEqualTo(1);
                        });
    }

    @Test
    void pages_follow_each_other_to_the_end() {
        for (int i = 0; i < 3; i++) {
            var _ = HOUSE.send("security-admin", "PUT", "/" + Ids.org() + "/connection", BODY);
        }

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json(HOUSE.send("viewer", "GET", "?limit=1" + next, ""));
            page.path("orgs").forEach(line -> seen.add(line.path("org").asText()));
            next = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
        } while (!next.isEmpty());

        assertThat(seen).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void nothing_secret_is_logged() {
        try (LogLines lines = new LogLines("io.turnout")) {
            var _ = put(BODY);
            var _ = put(BODY.replace("-----BEGIN PRIVATE KEY-----", "-----"));
            var _ = get();

            assertThat(lines.all().toString()).doesNotContain(SECRET, "whsec_", "turnout@acme");
        }
    }
}
