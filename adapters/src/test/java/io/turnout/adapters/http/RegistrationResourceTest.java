package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RegistrationResourceTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(60));

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void a_group_that_is_admitted_gets_201_and_a_place_to_look_at() {
        HttpResponse<String> answer = HOUSE.post(fair.registrations(), "k-1", Fair.one("ada"));

        JsonNode body = json(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/v1/orgs/" + fair.org() + "/registrations/" + body.path("id").asText());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(body.path("status").asText()).isEqualTo("confirmed");
        assertThat(body.path("event").asText()).isEqualTo(Fair.FAIR.value());
        assertThat(body.path("createdAt").asText()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(body.at("/salesforce/state").asText()).isEqualTo("pending");
        assertThat(body.at("/attendees/0/item").asText()).isEqualTo(Fair.TICKET.value());
        assertThat(body.at("/attendees/0/sessions/0").asText()).isEqualTo(Fair.DINNER.value());
        assertThat(body.path("manageToken").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("ada");
    }

    @Test
    void the_same_key_again_answers_200_with_the_same_body() {
        HttpResponse<String> first = HOUSE.post(fair.registrations(), "k-1", Fair.one("ada"));

        HttpResponse<String> again = HOUSE.post(fair.registrations(), "k-1", Fair.one("ada"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        HttpResponse<String> first = HOUSE.post(fair.registrations(), "k-1", Fair.one("ada"));

        HttpResponse<String> other = HOUSE.post(fair.registrations(), "k-1", Fair.one("bob"));

        assertThat(first.statusCode()).isEqualTo(201);
        refused(other, 422, "idempotency-key-reuse");
    }

    @Test
    void without_a_key_nothing_is_decided() {
        HttpRequest.Builder keyless =
                HOUSE.request(fair.registrations())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Fair.one("ada")));

        HttpResponse<String> answer = HOUSE.send(keyless);

        refused(answer, 400, "idempotency-key-missing");
    }

    @Test
    void a_key_of_255_characters_is_taken_and_one_of_256_is_malformed() {
        String longest = "k".repeat(255);

        HttpResponse<String> taken = HOUSE.post(fair.registrations(), longest, Fair.one("ada"));
        HttpResponse<String> over =
                HOUSE.post(fair.registrations(), longest + "k", Fair.one("bob"));

        assertThat(taken.statusCode()).isEqualTo(201);
        refused(over, 400, "malformed");
    }

    @Test
    void two_different_keys_are_no_key() {
        HttpRequest.Builder twoKeys =
                HOUSE.request(fair.registrations())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k-1")
                        .header("Idempotency-Key", "k-2")
                        .POST(HttpRequest.BodyPublishers.ofString(Fair.one("ada")));

        HttpResponse<String> answer = HOUSE.send(twoKeys);

        refused(answer, 400, "malformed");
    }

    @Test
    void fifty_come_in_together_and_fifty_one_do_not() {
        String fifty = group(50);
        String fiftyOne = group(51);

        HttpResponse<String> most = HOUSE.post(fair.registrations(), "k-1", fifty);
        HttpResponse<String> tooMany = HOUSE.post(fair.registrations(), "k-2", fiftyOne);

        assertThat(most.statusCode()).isEqualTo(201);
        JsonNode problem = problem(tooMany, 422, "invalid");
        assertThat(problem.at("/violations/0/field").asText()).isEqualTo("attendees");
    }

    @Test
    void a_full_room_is_named_with_what_is_left_in_it() {
        HttpResponse<String> first = HOUSE.post(fair.registrations(), "k-1", group(50));

        HttpResponse<String> eleven = HOUSE.post(fair.registrations(), "k-2", group(11));
        HttpResponse<String> ten = HOUSE.post(fair.registrations(), "k-3", group(10));

        assertThat(first.statusCode()).isEqualTo(201);
        JsonNode problem = problem(eleven, 409, "sold-out");
        assertThat(problem.at("/room/kind").asText()).isEqualTo("event");
        assertThat(problem.at("/room/id").asText()).isEqualTo(Fair.FAIR.value());
        assertThat(problem.at("/room/remaining").asInt()).isEqualTo(10);
        assertThat(ten.statusCode()).isEqualTo(201);
    }

    @Test
    void an_org_without_an_active_licence_is_refused() {
        HOUSE.memory.licenses().keep(new License("L-1", LicenseStatus.EXPIRED, fair.org()));

        HttpResponse<String> answer = HOUSE.post(fair.registrations(), "k-1", Fair.one("ada"));

        refused(answer, 403, "license-inactive");
    }

    @Test
    void a_withdrawn_event_is_closed() {
        HOUSE.memory.pages().withdraw(fair.org(), Fair.FAIR);

        HttpResponse<String> answer = HOUSE.post(fair.registrations(), "k-1", Fair.one("ada"));

        refused(answer, 410, "event-closed");
    }

    @Test
    void an_unknown_event_is_not_found() {
        String elsewhere = fair.events() + "/a01000000000009AAA/registrations";

        HttpResponse<String> answer = HOUSE.post(elsewhere, "k-1", Fair.one("ada"));

        refused(answer, 404, "not-found");
    }

    @Test
    void ids_that_are_none_are_not_found() {
        HttpResponse<String> org = HOUSE.post("/v1/orgs/x/events/y/registrations", "k", "{}");
        HttpResponse<String> event = HOUSE.post(fair.events() + "/y/registrations", "k", "{}");

        refused(org, 404, "not-found");
        refused(event, 404, "not-found");
    }

    @Test
    void a_choice_the_event_does_not_have_is_pointed_at() {
        String wrong = Fair.attendee("bob").replace(Fair.TICKET.value(), "a02000000000009AAA");

        HttpResponse<String> answer =
                HOUSE.post(fair.registrations(), "k-1", Fair.group(Fair.attendee("ada"), wrong));

        JsonNode problem = problem(answer, 422, "invalid");
        assertThat(problem.at("/violations/0/field").asText()).isEqualTo("attendees[1].item");
    }

    @Test
    void what_is_not_served_yet_says_so() {
        String open = Fair.one("ada").replaceFirst("}$", "");

        HttpResponse<String> link =
                HOUSE.post(fair.registrations(), "k", open + ",\"link\":\"x\"}");
        HttpResponse<String> none =
                HOUSE.post(fair.registrations(), "k", open + ",\"waitlist\":false,\"link\":null}");

        assertThat(problem(link, 422, "invalid").at("/violations/0/message").asText())
                .isEqualTo("this link is not known");
        assertThat(none.statusCode()).isEqualTo(201);
    }

    @Test
    void a_name_is_kept_as_typed_but_composed() {
        String decomposed = "Zoe\u0308 \uD83D\uDC69\u200D\uD83D\uDE80 \u05D0";
        String body = Fair.one("zoe").replace("\"name\":\"zoe\"", "\"name\":\"" + decomposed + '"');

        HttpResponse<String> answer = HOUSE.post(fair.registrations(), "k-1", body);

        assertThat(answer.statusCode()).isEqualTo(201);
        BatchRule atOnce = new BatchRule(1, Duration.ZERO, 1, Duration.ZERO);
        OwedAttendee owed = HOUSE.memory.outbox().take(atOnce).orElseThrow().attendees().getFirst();
        assertThat(owed.person().name())
                .isEqualTo("Zo\u00eb \uD83D\uDC69\u200D\uD83D\uDE80 \u05D0");
    }

    @Test
    void the_callers_correlation_id_comes_back_when_it_is_sane() {
        HttpRequest.Builder sane = HOUSE.request("/nowhere").header("X-Correlation-Id", "abc-1");
        HttpRequest.Builder odd = HOUSE.request("/nowhere").header("X-Correlation-Id", "a b<c>");

        JsonNode kept = problem(HOUSE.send(sane), 404, "not-found");
        JsonNode replaced = problem(HOUSE.send(odd), 404, "not-found");

        assertThat(kept.path("instance").asText()).isEqualTo("abc-1");
        assertThat(replaced.path("instance").asText()).doesNotContain("<").isNotEqualTo("abc-1");
    }

    private static String group(int size) {
        return Fair.group(Collections.nCopies(size, Fair.attendee("ada")).toArray(String[]::new));
    }
}
