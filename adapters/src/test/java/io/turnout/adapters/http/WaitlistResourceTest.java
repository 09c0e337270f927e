package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.registration.TendRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitlistResourceTest {
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Fair.NOON);
    private static final OpenHouse HOUSE = new OpenHouse(NOW::get, HttpDoorSettings.standard());

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(1));
    private final JsonNode seated = json(HOUSE.post(fair.registrations(), "k-0", Fair.one("ada")));

    @BeforeEach
    void noon() {
        NOW.set(Fair.NOON);
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private HttpResponse<String> join(String key) {
        String patient = Fair.one("bob").replaceFirst("}$", ",\"waitlist\":true}");
        return HOUSE.post(fair.registrations(), key, patient);
    }

    private HttpResponse<String> ask(String method, JsonNode registration, String action) {
        String path =
                "/v1/orgs/" + fair.org() + "/registrations/" + registration.path("id").asText();
        return HOUSE.send(
                HOUSE.request(path + action)
                        .header(
                                "Authorization",
                                "Bearer " + registration.path("manageToken").asText())
                        .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void a_full_event_keeps_a_place_in_line_for_whoever_asks() {
        HttpResponse<String> first = join("k-1");
        HttpResponse<String> again = join("k-1");
        HttpResponse<String> second = join("k-2");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).isPresent();
        assertThat(json(first).path("status").asText()).isEqualTo("waitlisted");
        assertThat(json(first).path("position").asInt()).isEqualTo(1);
        assertThat(json(first).path("offerExpiresAt").isNull()).isTrue();
        assertThat(json(first).at("/salesforce/state").asText()).isEqualTo("none");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(json(second).path("position").asInt()).isEqualTo(2);
        refused(HOUSE.post(fair.registrations(), "k-3", Fair.one("cleo")), 409, "sold-out");
    }

    @Test
    void whoever_fits_is_registered_at_once() {
        assertThat(ask("DELETE", seated, "").statusCode()).isEqualTo(200);

        JsonNode kept = json(join("k-1"));

        assertThat(kept.path("status").asText()).isEqualTo("confirmed");
        assertThat(kept.path("position").isNull()).isTrue();
    }

    @Test
    void an_offer_is_shown_and_accepted_once_by_whoever_has_the_token() {
        JsonNode waiting = json(join("k-1"));
        refused(ask("POST", waiting, "/acceptance"), 409, "nothing-offered");
        assertThat(ask("DELETE", seated, "").statusCode()).isEqualTo(200);

        JsonNode offered = json(ask("GET", waiting, ""));
        HttpResponse<String> accepted = ask("POST", waiting, "/acceptance");
        HttpResponse<String> again = ask("POST", waiting, "/acceptance");

        assertThat(offered.path("status").asText()).isEqualTo("offered");
        assertThat(offered.path("offerExpiresAt").asText()).isEqualTo("2026-11-22T12:15:00Z");
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(json(accepted).path("status").asText()).isEqualTo("confirmed");
        assertThat(json(again)).isEqualTo(json(accepted));
    }

    @Test
    void nobody_else_accepts() {
        JsonNode waiting = json(join("k-1"));
        String path = "/v1/orgs/" + fair.org() + "/registrations/" + waiting.path("id").asText();

        refused(HOUSE.post(path + "/acceptance", "k", "{}"), 401, "unauthenticated");
    }

    @Test
    void an_offer_that_is_declined_or_runs_out_goes_to_the_next() {
        JsonNode first = json(join("k-1"));
        JsonNode second = json(join("k-2"));
        JsonNode third = json(join("k-3"));
        assertThat(ask("DELETE", seated, "").statusCode()).isEqualTo(200);
        assertThat(json(ask("DELETE", first, "")).path("status").asText()).isEqualTo("cancelled");
        NOW.set(Fair.NOON.plus(Duration.ofMinutes(15)));

        refused(ask("POST", second, "/acceptance"), 409, "nothing-offered");
        var _ = HOUSE.memory.book().tend(new TendRequest(fair.org(), Fair.FAIR));

        assertThat(json(ask("GET", second, "")).path("status").asText()).isEqualTo("cancelled");
        assertThat(json(ask("GET", third, "")).path("status").asText()).isEqualTo("offered");
    }
}
