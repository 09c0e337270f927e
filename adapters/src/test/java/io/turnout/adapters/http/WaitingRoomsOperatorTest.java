package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.capacity.Seats;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Operators open a waiting room ahead of a sale, and close it.
class WaitingRoomsOperatorTest {
    private static final OperatedHouse HOUSE = new OperatedHouse();

    private final Fair fair = Fair.open(HOUSE.memory(), new Seats.Limited(6));

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private HttpResponse<String> open(String role, String startsAt) {
        String body =
                "{\"org\":\"%s\",\"event\":\"%s\"%s}".formatted(fair.org(), Fair.FAIR, startsAt);
        return HOUSE.sendTo("/v1/operator", role, "POST", "/waiting-rooms", body);
    }

    private HttpResponse<String> close(String role, String event) {
        String query = "?org=" + fair.org() + "&event=" + event;
        return HOUSE.sendTo("/v1/operator", role, "DELETE", "/waiting-rooms" + query, "");
    }

    @Test
    void a_room_is_opened_once_and_closed_once() {
        HttpResponse<String> opened = open("operator", ",\"startsAt\":\"2026-11-22T13:00:00Z\"");
        HttpResponse<String> again = open("operator", "");

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(json(opened).path("state").asText()).isEqualTo("gathering");
        assertThat(json(opened).path("startsAt").asText()).isEqualTo("2026-11-22T13:00:00Z");
        assertThat(json(again)).isEqualTo(json(opened));
        assertThat(close("operator", Fair.FAIR.value()).statusCode()).isEqualTo(204);
        refused(close("operator", Fair.FAIR.value()), 404, "not-found");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        refused(open("viewer", ""), 403, "forbidden");
        refused(close("viewer", Fair.FAIR.value()), 403, "forbidden");
        refused(open("operator", ",\"startsAt\":\"noon\""), 422, "invalid");
        refused(open("operator", ",\"startsAt\":\"2026-02-30T12:00:00Z\""), 422, "invalid");
        refused(close("operator", "x"), 422, "invalid");
        HOUSE.memory().pages().withdraw(fair.org(), Fair.FAIR);
        refused(open("operator", ""), 404, "not-found");
    }
}
