package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.application.contract.Race;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Links as programs open and use them.
class LinkResourceTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());

    private static final Map<Allowance.Kind, Rate> FOUR =
            Map.of(Allowance.Kind.LINK_MISSES, new Rate(4, Duration.ofHours(1)));

    /// Four that are none, and one more each quarter of an hour.
    private static final HttpDoorSettings STRICT =
            new HttpDoorSettings(
                    Duration.ofSeconds(10),
                    1_000,
                    1_000,
                    Optional.empty(),
                    new LaneSettings(LaneSettings.IN_WORK, FOUR, List.of(), Set.of()));

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(500));

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static String body(Invited invited) {
        return "{\"link\":\"%s\",\"attendees\":[%s]}"
                .formatted(invited.token(), Fair.attendee("ada"));
    }

    private int taken() {
        return HOUSE.memory
                .pages()
                .find(fair.org(), Fair.FAIR)
                .orElseThrow()
                .room(RoomId.of(Fair.FAIR))
                .taken();
    }

    @Test
    void a_link_tells_what_is_known_and_is_stored_by_nobody() {
        Invited ada = Invited.to(fair, HOUSE, "a", 1);

        HttpResponse<String> answer = HOUSE.get(ada.api());

        JsonNode link = json(answer);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(link.path("event").asText()).isEqualTo(Fair.FAIR.value());
        assertThat(link.at("/prefill/email").asText()).isEqualTo("ada@example.com");
        assertThat(link.at("/prefill/title").isNull()).isTrue();
        assertThat(link.path("usesLeft").asInt()).isEqualTo(1);
        assertThat(link.path("registration").isNull()).isTrue();
        assertThat(HOUSE.send(HOUSE.request(ada.api()).HEAD()).statusCode()).isEqualTo(200);
        assertThat(taken()).isZero();
    }

    @Test
    void whoever_registers_through_it_does_so_once_and_finds_it_there() {
        Invited ada = Invited.to(fair, HOUSE, "a", 1);

        JsonNode kept = json(HOUSE.post(fair.registrations(), "k1", body(ada)));
        HttpResponse<String> again = HOUSE.post(fair.registrations(), "k1", body(ada));
        HttpResponse<String> other = HOUSE.post(fair.registrations(), "k2", body(ada));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("id")).isEqualTo(kept.path("id"));
        refused(other, 409, "link-used");
        JsonNode link = json(HOUSE.get(ada.api()));
        assertThat(link.at("/registration/id")).isEqualTo(kept.path("id"));
        assertThat(link.at("/registration/status").asText()).isEqualTo("confirmed");
        assertThat(link.path("usesLeft").asInt()).isZero();
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void of_a_hundred_at_once_one_comes_in() {
        Invited ada = Invited.to(fair, HOUSE, "a", 1);

        List<Integer> answers =
                Race.of(
                        100,
                        i -> HOUSE.post(fair.registrations(), "k" + i, body(ada)).statusCode());

        assertThat(answers).containsOnlyOnce(201).filteredOn(s -> s == 409).hasSize(99);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void what_is_no_link_or_comes_in_a_group_is_invalid() {
        Invited ada = Invited.to(fair, HOUSE, "a", 2);
        String pair =
                "{\"link\":\"%s\",\"attendees\":[%s,%s]}"
                        .formatted(ada.token(), Fair.attendee("ada"), Fair.attendee("grace"));

        JsonNode group = problem(HOUSE.post(fair.registrations(), "k", pair), 422, "invalid");
        JsonNode wrong =
                problem(
                        HOUSE.post(
                                fair.registrations(),
                                "k",
                                body(new Invited(fair, ada.link(), ada.wrong()))),
                        422,
                        "invalid");

        assertThat(group.at("/violations/0/field").asText()).isEqualTo("link");
        assertThat(wrong.at("/violations/0/message").asText()).isEqualTo("this link is not known");
        assertThat(taken()).isZero();
    }

    @Test
    void whoever_tries_too_many_is_not_heard_until_they_may_try_again() {
        try (OpenHouse house = new OpenHouse(() -> Fair.NOON, STRICT)) {
            Fair there = Fair.open(house.memory, new Seats.Unlimited());
            Invited ada = Invited.to(there, house, "a", 1);
            Invited none = new Invited(there, ada.link(), ada.wrong());
            for (int i = 0; i < 2; i++) {
                refused(house.get(none.api()), 404, "not-found");
                assertThat(house.get(none.mail()).statusCode()).isEqualTo(404);
            }
            assertThat(house.get(ada.api()).statusCode()).isEqualTo(200);

            assertThat(house.get(none.api()).statusCode()).isEqualTo(404);

            HttpResponse<String> refused = house.get(ada.api());
            refused(refused, 429, "rate-limited");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(house.get(ada.mail()).statusCode()).isEqualTo(429);
            assertThat(house.post(there.registrations(), "k", body(ada)).statusCode())
                    .isEqualTo(429);
            assertThat(house.get(there.event()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void no_log_and_no_answer_repeats_a_token() {
        try (OpenHouse house = new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
                LogLines log = new LogLines("ROOT")) {
            Fair there = Fair.open(house.memory, new Seats.Unlimited());
            Invited ada = Invited.to(there, house, "a", 1);
            List<HttpRequest.Builder> asked =
                    List.of(
                            house.request(ada.api()),
                            house.request(ada.mail()),
                            house.request(ada.api() + "/more"),
                            house.request(ada.mail() + "?x=" + ada.token()),
                            house.request(ada.api()).DELETE(),
                            house.request(ada.api()).header("Accept", "text/csv"),
                            house.request("/o/nobody/i/" + ada.token()),
                            house.request("/v1/orgs/" + ada.token() + "/links/x"));

            List<HttpResponse<String>> answers = asked.stream().map(house::send).toList();
            HttpResponse<String> used = house.post(there.registrations(), "k", body(ada));

            assertThat(used.statusCode()).isEqualTo(201);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.body()).doesNotContain(ada.token()))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isLessThan(500));
            assertThat(log.first(asked.size() + 1))
                    .hasSizeGreaterThan(asked.size())
                    .allSatisfy(line -> assertThat(line).doesNotContain(ada.token()))
                    .anySatisfy(
                            line ->
                                    assertThat(line)
                                            .startsWith("GET /v1/orgs/{org}/links/{token} 200"))
                    .anySatisfy(line -> assertThat(line).startsWith("GET /o/{org}/i/{token} 303"));
        }
    }
}
