package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.capacity.Seats;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteLogTest {
    @Test
    void a_line_a_request_with_the_route_and_never_the_path() {
        try (OpenHouse house = new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
                LogLines log = new LogLines("io.turnout.requests")) {
            Fair fair = Fair.open(house.memory, new Seats.Unlimited());

            HttpResponse<String> registered =
                    house.post(fair.registrations(), "k", Fair.one("ada"));
            HttpResponse<String> nowhere = house.get("/o/" + fair.org() + "?token=sesame");
            HttpResponse<String> refused = house.get(fair.events() + "?cursor=sesame");

            assertThat(registered.statusCode()).isEqualTo(201);
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(refused.statusCode()).isEqualTo(422);
            List<String> lines = log.first(3);
            assertThat(lines).hasSize(3);
            assertThat(lines.get(0))
                    .startsWith("POST /v1/orgs/{org}/events/{event}/registrations 201 ")
                    .endsWith(registered.headers().firstValue("X-Correlation-Id").orElseThrow());
            assertThat(lines.get(1)).startsWith("GET - 404 ");
            assertThat(lines.get(2)).startsWith("GET /v1/orgs/{org}/events 422 ");
            assertThat(String.join("\n", lines))
                    .doesNotContain(fair.org().value())
                    .doesNotContain("sesame");
        }
    }
}
