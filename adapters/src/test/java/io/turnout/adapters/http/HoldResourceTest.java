package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.Seats;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HoldResourceTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(60));

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void seats_are_kept_for_ten_minutes_and_a_repeat_answers_the_same() {
        HttpResponse<String> first = HOUSE.post(fair.holds(), "k-1", lines(line(50)));
        HttpResponse<String> again = HOUSE.post(fair.holds(), "k-1", lines(line(50)));

        JsonNode hold = json(first);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location"))
                .contains(fair.holds() + "/" + hold.path("id").asText());
        assertThat(hold.path("expiresAt").asText()).isEqualTo("2026-11-22T12:10:00Z");
        assertThat(hold.path("token").asText()).isNotBlank();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(hold);
    }

    @Test
    void a_registration_uses_what_is_held_for_it() {
        JsonNode hold = json(HOUSE.post(fair.holds(), "k-1", lines(line(50))));
        String body = Fair.one("ada").replaceFirst("}$", ",\"hold\":" + hold.path("id") + "}");

        HttpResponse<String> answer = HOUSE.post(fair.registrations(), "k-2", body);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(HOUSE.get(fair.event())).at("/capacity/remaining").asInt()).isEqualTo(59);
    }

    @Test
    void the_token_gives_the_seats_back_once_and_can_be_shown_again() {
        JsonNode hold = json(HOUSE.post(fair.holds(), "k-1", lines(line(50))));

        HttpResponse<String> first = release(hold, "Bearer " + hold.path("token").asText());
        HttpResponse<String> again = release(hold, "Bearer " + hold.path("token").asText());

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(json(HOUSE.get(fair.event())).at("/capacity/remaining").asInt()).isEqualTo(60);
    }

    @Test
    void only_the_token_gives_seats_back() {
        JsonNode hold = json(HOUSE.post(fair.holds(), "k-1", lines(line(50))));
        String path = fair.holds() + "/" + hold.path("id").asText();

        refused(HOUSE.send(HOUSE.request(path).DELETE()), 401, "unauthenticated");
        refused(release(hold, "Bearer x"), 403, "forbidden");
        assertThat(json(HOUSE.get(fair.event())).at("/capacity/remaining").asInt()).isEqualTo(10);
    }

    @Test
    void fifty_places_are_held_and_fifty_one_are_not() {
        JsonNode oneLine = problem(HOUSE.post(fair.holds(), "a", lines(line(51))), 422, "invalid");
        JsonNode inAll =
                problem(HOUSE.post(fair.holds(), "b", lines(line(50), line(1))), 422, "invalid");
        JsonNode none = problem(HOUSE.post(fair.holds(), "c", lines(line(0))), 422, "invalid");

        assertThat(oneLine.at("/violations/0/field").asText()).isEqualTo("lines[0].quantity");
        assertThat(inAll.at("/violations/0/field").asText()).isEqualTo("lines");
        assertThat(none.at("/violations/0/field").asText()).isEqualTo("lines[0].quantity");
        assertThat(HOUSE.post(fair.holds(), "d", lines(line(25), line(25))).statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_a_hold_is_refused_for() {
        JsonNode full = json(HOUSE.post(fair.holds(), "k-1", lines(line(50))));
        String strange = lines(line(1)).replace(Fair.TICKET.value(), "a02000000000009AAA");
        String elsewhere = fair.events() + "/a01000000000009AAA/holds";

        assertThat(full.path("id").asText()).isNotBlank();
        refused(HOUSE.post(fair.holds(), "k-2", lines(line(11))), 409, "sold-out");
        refused(HOUSE.post(fair.holds(), "k-1", lines(line(1))), 422, "idempotency-key-reuse");
        refused(HOUSE.post(elsewhere, "k-3", lines(line(1))), 404, "not-found");
        JsonNode problem = problem(HOUSE.post(fair.holds(), "k-4", strange), 422, "invalid");
        assertThat(problem.at("/violations/0/field").asText()).isEqualTo("lines[0].item");
    }

    private HttpResponse<String> release(JsonNode hold, String authorization) {
        String path = fair.holds() + "/" + hold.path("id").asText();
        return HOUSE.send(HOUSE.request(path).header("Authorization", authorization).DELETE());
    }

    private static String lines(String... lines) {
        return "{\"lines\":[" + String.join(",", lines) + "]}";
    }

    private static String line(int quantity) {
        return "{\"item\":\"%s\",\"quantity\":%d}".formatted(Fair.TICKET, quantity);
    }
}
