package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EventResourceTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(20));

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void an_event_shows_what_it_offers_and_how_full_it_is() {
        HttpResponse<String> answer = HOUSE.get(fair.event());

        JsonNode event = json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(event.path("id").asText()).isEqualTo(Fair.FAIR.value());
        assertThat(event.path("startsAt").asText()).isEqualTo("2026-11-22T13:00:00Z");
        assertThat(event.path("timeZone").asText()).isEqualTo("Europe/Berlin");
        assertThat(event.path("status").asText()).isEqualTo("published");
        assertThat(event.path("capacity"))
                .hasToString("{\"seats\":20,\"taken\":0,\"remaining\":20}");
        assertThat(event.at("/items/0/price").decimalValue()).isEqualByComparingTo("12.50");
        assertThat(event.at("/items/0/capacity").isNull()).isTrue();
        assertThat(event.at("/sessions/0/name").asText()).isEqualTo("Dinner");
        assertThat(event.path("version").asLong()).isEqualTo(1);
    }

    @Test
    void who_has_the_newest_page_is_not_sent_it_again() {
        HttpResponse<String> first = HOUSE.get(fair.event());
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again =
                HOUSE.send(HOUSE.request(fair.event()).header("If-None-Match", tag));
        HttpResponse<String> other =
                HOUSE.send(HOUSE.request(fair.event()).header("If-None-Match", "\"x\""));

        assertThat(first.headers().firstValue("Cache-Control")).contains(Edge.PUBLIC);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void who_has_the_newest_list_is_not_sent_it_again() {
        String list = "/v1/orgs/" + fair.org() + "/events";
        HttpResponse<String> first = HOUSE.get(list);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> known = HOUSE.send(HOUSE.request(list).header("If-None-Match", tag));
        HOUSE.memory.pages().keep(fair.called("Feast"), Fair.rooms(new Seats.Limited(20)));
        HttpResponse<String> newer = HOUSE.send(HOUSE.request(list).header("If-None-Match", tag));

        assertThat(first.headers().firstValue("Cache-Control")).contains(Edge.PUBLIC);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(newer.statusCode()).isEqualTo(200);
        assertThat(newer.headers().firstValue("ETag"))
                .hasValueSatisfying(value -> assertThat(value).isNotEqualTo(tag));
    }

    @Test
    void a_browser_that_wants_no_cache_is_shown_the_same_page() {
        HttpResponse<String> first = HOUSE.get(fair.event());
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> forced =
                HOUSE.send(
                        HOUSE.request(fair.event())
                                .header("Cache-Control", "no-cache, no-store, max-age=0")
                                .header("Pragma", "no-cache"));
        HttpResponse<String> known =
                HOUSE.send(
                        HOUSE.request(fair.event())
                                .header("Cache-Control", "no-cache")
                                .header("If-None-Match", tag));

        assertThat(forced.body()).isEqualTo(first.body());
        assertThat(forced.headers().firstValue("ETag")).contains(tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(HOUSE.memory.inbound().catalog().calls()).isZero();
    }

    @Test
    void the_tag_changes_when_few_are_left_and_when_none_is() {
        List<String> tags = new ArrayList<>();
        tags.add(tag());
        register("k-1", 17); // three of twenty are left: more than a tenth
        tags.add(tag());
        register("k-2", 1); // two of twenty are left: few
        tags.add(tag());
        register("k-3", 2);
        tags.add(tag());

        assertThat(tags.get(1)).isEqualTo(tags.get(0));
        assertThat(tags.get(2)).isNotEqualTo(tags.get(1));
        assertThat(tags.get(3)).isNotEqualTo(tags.get(2)).isNotEqualTo(tags.get(1));
    }

    @Test
    void the_tag_changes_with_the_version_and_with_the_seats() {
        String before = tag();
        HOUSE.memory.pages().keep(fair.called("Feast"), Fair.rooms(new Seats.Limited(20)));
        String newer = tag();
        HOUSE.memory.pages().keep(fair.called("Feast"), Fair.rooms(new Seats.Limited(21)));
        String larger = tag();

        assertThat(newer).isNotEqualTo(before);
        assertThat(larger).isNotEqualTo(newer);
    }

    @Test
    void a_withdrawn_event_is_not_shown() {
        HOUSE.memory.pages().withdraw(fair.org(), Fair.FAIR);

        refused(HOUSE.get(fair.event()), 404, "not-found");
        assertThat(json(HOUSE.get(fair.events())).path("events")).isEmpty();
    }

    @Test
    void pages_follow_each_other_until_all_events_were_shown() {
        for (int i = 2; i <= 5; i++) {
            keep(new EventId("a01%012d".formatted(i)));
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            JsonNode page = json(HOUSE.get(fair.events() + "?limit=2" + cursor));
            page.path("events").forEach(event -> seen.add(event.path("id").asText()));
            next = page.path("next").asText();
        } while (!next.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_page_has_1_to_100_events_and_a_cursor_of_ours() {
        for (String query : List.of("limit=0", "limit=101", "limit=", "limit=x", "cursor=x")) {
            JsonNode problem = problem(HOUSE.get(fair.events() + "?" + query), 422, "invalid");
            assertThat(query).startsWith(problem.at("/violations/0/field").asText());
        }
        assertThat(HOUSE.get(fair.events() + "?limit=1").statusCode()).isEqualTo(200);
        assertThat(HOUSE.get(fair.events() + "?limit=100").statusCode()).isEqualTo(200);
    }

    private void keep(EventId id) {
        Event like = fair.called("Fair");
        Event event =
                new Event(
                        fair.org(),
                        id,
                        like.name(),
                        like.startsAt(),
                        like.endsAt(),
                        like.timeZone(),
                        like.status(),
                        List.of(),
                        List.of());
        HOUSE.memory.pages().keep(event, Map.of(RoomId.of(id), new Seats.Unlimited()));
    }

    private String tag() {
        return HOUSE.get(fair.event()).headers().firstValue("ETag").orElseThrow();
    }

    private void register(String key, int size) {
        String[] group = Collections.nCopies(size, Fair.attendee("ada")).toArray(String[]::new);
        HttpResponse<String> answer = HOUSE.post(fair.registrations(), key, Fair.group(group));
        assertThat(answer.statusCode()).isEqualTo(201);
    }
}
