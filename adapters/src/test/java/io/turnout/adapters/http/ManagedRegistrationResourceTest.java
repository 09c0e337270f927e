package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.Seats;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ManagedRegistrationResourceTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(1));
    private final JsonNode kept = json(HOUSE.post(fair.registrations(), "k-1", Fair.one("ada")));
    private final String path =
            "/v1/orgs/" + fair.org() + "/registrations/" + kept.path("id").asText();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void the_token_shows_the_registration() {
        HttpResponse<String> answer = get(path, "Bearer " + token());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(kept);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void without_a_token_or_with_another_kind_the_caller_is_asked_who_it_is() {
        HttpResponse<String> none = HOUSE.get(path);
        HttpResponse<String> basic = get(path, "Basic eA==");

        refused(none, 401, "unauthenticated");
        refused(basic, 401, "unauthenticated");
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void a_wrong_token_tells_nothing_of_what_exists() {
        String nowhere = "/v1/orgs/" + fair.org() + "/registrations/" + new UUID(1, 1);

        refused(get(path, "Bearer x"), 403, "forbidden");
        refused(get(path, "Bearer " + token() + "x"), 403, "forbidden");
        refused(get(nowhere, "Bearer " + token()), 403, "forbidden");
    }

    @Test
    void what_never_was_is_not_found_even_with_its_token() {
        UUID never = new UUID(1, 1);
        String right = HOUSE.memory.ports().tokens().of(fair.org(), never);

        HttpResponse<String> answer =
                get("/v1/orgs/" + fair.org() + "/registrations/" + never, "Bearer " + right);

        refused(answer, 404, "not-found");
        refused(get("/v1/orgs/" + fair.org() + "/registrations/x", "Bearer x"), 404, "not-found");
    }

    @Test
    void cancelling_frees_the_seats_once_and_can_be_repeated() {
        HttpResponse<String> first = delete("Bearer " + token());
        HttpResponse<String> again = delete("Bearer " + token());

        JsonNode event = json(HOUSE.get(fair.event()));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(first).path("status").asText()).isEqualTo("cancelled");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("status").asText()).isEqualTo("cancelled");
        assertThat(event.at("/capacity/remaining").asInt()).isEqualTo(1);
    }

    @Test
    void a_wrong_token_cancels_nothing() {
        refused(delete("Bearer x"), 403, "forbidden");
        assertThat(json(get(path, "Bearer " + token())).path("status").asText())
                .isEqualTo("confirmed");
    }

    private String token() {
        return kept.path("manageToken").asText();
    }

    private static HttpResponse<String> get(String path, String authorization) {
        return HOUSE.send(HOUSE.request(path).header("Authorization", authorization));
    }

    private HttpResponse<String> delete(String authorization) {
        return HOUSE.send(HOUSE.request(path).header("Authorization", authorization).DELETE());
    }
}
