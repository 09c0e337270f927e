package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.waitingroom.Crowding;
import io.turnout.domain.waitingroom.RoomRule;
import io.turnout.domain.waitingroom.Seed;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The waiting room as visitors meet it.
class WaitingRoomResourceTest {
    private static volatile Instant now = Fair.NOON;
    private static final OpenHouse HOUSE = new OpenHouse(() -> now, HttpDoorSettings.standard());
    private static final RoomRule RULE = new RoomRule(100, 1, 1, RoomRule.WhenSoldOut.STOPS);

    private final WaitingRooms rooms = HOUSE.memory.waiting().rooms();
    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(60));

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private WaitingRoom open(Optional<Instant> startsAt) {
        return rooms.open(fair.org(), Fair.FAIR, startsAt, 1).orElseThrow();
    }

    /// A second later the next one is called.
    private void step(Optional<RoomId> full) {
        now = now.plusSeconds(1);
        WaitingRoom room = rooms.openAt(fair.org(), Fair.FAIR).orElseThrow();
        var _ = rooms.change(room.id(), one -> RULE.step(one, Crowding.NONE, full));
    }

    private HttpResponse<String> post(String path, String key, String body, String ticket) {
        HttpRequest.Builder request =
                HOUSE.request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return HOUSE.send(
                ticket.isEmpty() ? request : request.header("Waiting-Room-Ticket", ticket));
    }

    private HttpResponse<String> register(String key, String ticket) {
        return post(fair.registrations(), key, Fair.one("ada"), ticket);
    }

    private HttpResponse<String> place(String ticket) {
        return HOUSE.send(
                HOUSE.request(fair.event() + "/waiting-room/place")
                        .header("Waiting-Room-Ticket", ticket));
    }

    private static String ticket(HttpResponse<String> refusal) {
        return json(refusal).at("/waiting/ticket").asText();
    }

    @Test
    void who_comes_without_a_ticket_is_given_one_and_comes_in_when_it_is_called() {
        WaitingRoom _ = open(Optional.empty());

        HttpResponse<String> first = register("k1", "");
        HttpResponse<String> second = register("k2", "");
        JsonNode waits = problem(second, 429, "waiting-room").path("waiting");
        assertThat(waits.path("state").asText()).isEqualTo("waiting");
        assertThat(waits.path("position").asInt()).isEqualTo(2);
        assertThat(waits.path("etaSeconds").asInt()).isEqualTo(2);
        assertThat(second.headers().firstValue("Retry-After")).contains("6");
        assertThat(register("k1", ticket(first)).statusCode()).isEqualTo(429);
        assertThat(ticket(register("k1", ticket(first)))).isEqualTo(ticket(first));

        step(Optional.empty());

        assertThat(json(place(ticket(first))).path("state").asText()).isEqualTo("called");
        assertThat(json(place(ticket(second))).path("position").asInt()).isEqualTo(1);
        assertThat(register("k1", ticket(first)).statusCode()).isEqualTo(201);
        refused(register("k2", ticket(second)), 429, "waiting-room");
    }

    @Test
    void a_ticket_lets_in_once_and_a_repeat_is_answered_though_others_wait() {
        WaitingRoom _ = open(Optional.empty());
        String ticket = ticket(register("k1", ""));
        step(Optional.empty());
        assertThat(register("k1", ticket).statusCode()).isEqualTo(201);

        HttpResponse<String> other = register("k3", ticket);

        assertThat(register("k1", "").statusCode()).isEqualTo(200);
        assertThat(register("k1", ticket).statusCode()).isEqualTo(200);
        refused(other, 429, "waiting-room");
        assertThat(ticket(other)).isNotEqualTo(ticket);
    }

    @Test
    void a_hold_takes_the_ticket_and_its_registration_needs_none() {
        WaitingRoom _ = open(Optional.empty());
        String lines = "{\"lines\":[{\"item\":\"%s\",\"quantity\":1}]}".formatted(Fair.TICKET);
        String ticket = ticket(post(fair.holds(), "h1", lines, ""));
        step(Optional.empty());
        HttpResponse<String> held = post(fair.holds(), "h1", lines, ticket);
        String body =
                Fair.one("ada")
                        .replaceFirst(
                                "\\{", "{\"hold\":\"" + json(held).path("id").asText() + "\",");

        assertThat(held.statusCode()).isEqualTo(201);
        assertThat(post(fair.registrations(), "k1", body, "").statusCode()).isEqualTo(201);
        refused(post(fair.holds(), "h2", lines, ticket), 429, "waiting-room");
    }

    @Test
    void the_seed_is_shown_from_the_start_on_and_fits_its_commitment() {
        WaitingRoom _ = open(Optional.of(now.plusSeconds(2)));
        HttpResponse<String> joined = join("");
        String ticket = json(joined).path("ticket").asText();
        JsonNode before = json(HOUSE.get(fair.event() + "/waiting-room"));

        step(Optional.empty());
        step(Optional.empty());
        JsonNode after = json(HOUSE.get(fair.event() + "/waiting-room"));

        assertThat(joined.statusCode()).isEqualTo(201);
        assertThat(json(joined).path("state").asText()).isEqualTo("gathering");
        assertThat(json(joined).has("position")).isFalse();
        assertThat(before.path("state").asText()).isEqualTo("gathering");
        assertThat(before.has("seed")).isFalse();
        assertThat(after.path("state").asText()).isEqualTo("open");
        assertThat(after.path("early").asInt()).isEqualTo(1);
        assertThat(new Seed(after.path("seed").asText()).commitment())
                .isEqualTo(before.path("commitment").asText());
        assertThat(json(place(ticket)).path("state").asText()).isEqualTo("called");
    }

    private HttpResponse<String> join(String ticket) {
        return post(fair.event() + "/waiting-room/tickets", "none", "", ticket);
    }

    @Test
    void who_has_a_ticket_keeps_it() {
        WaitingRoom _ = open(Optional.empty());
        String ticket = json(join("")).path("ticket").asText();

        HttpResponse<String> again = join(ticket);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("ticket").asText()).isEqualTo(ticket);
    }

    @Test
    void sold_out_is_told_to_all_who_wait_and_their_place_stays() {
        WaitingRoom _ = open(Optional.empty());
        String ticket = ticket(register("k1", ""));

        step(Optional.of(RoomId.of(Fair.FAIR)));

        JsonNode told = json(place(ticket));
        assertThat(told.path("state").asText()).isEqualTo("sold-out");
        assertThat(told.path("position").asInt()).isEqualTo(1);
        assertThat(told.at("/room/id").asText()).isEqualTo(Fair.FAIR.value());
        assertThat(told.at("/room/kind").asText()).isEqualTo("event");
        step(Optional.empty());
        assertThat(register("k1", ticket).statusCode()).isEqualTo(201);
    }

    @Test
    void who_comes_too_late_stands_in_line_anew() {
        WaitingRoom _ = open(Optional.empty());
        String ticket = ticket(register("k1", ""));
        step(Optional.empty());
        now = now.plus(Duration.ofMinutes(10));

        HttpResponse<String> late = register("k1", ticket);

        assertThat(json(place(ticket)).path("state").asText()).isEqualTo("lapsed");
        refused(late, 429, "waiting-room");
        assertThat(ticket(late)).isNotEqualTo(ticket);
    }

    @Test
    void where_nobody_waits_no_ticket_is_needed() {
        assertThat(register("k1", "no-ticket").statusCode()).isEqualTo(201);
        assertThat(join("").statusCode()).isEqualTo(200);
        assertThat(json(join("")).path("state").asText()).isEqualTo("through");
        refused(HOUSE.get(fair.event() + "/waiting-room"), 404, "not-found");
        refused(place("forged"), 422, "invalid");
    }

    @Test
    void a_browser_waits_on_a_page_and_comes_through_to_the_form() {
        WaitingRoom _ = open(Optional.empty());
        String path = "/o/" + fair.org() + "/e/" + Fair.FAIR;

        HttpResponse<String> waits = HOUSE.get(path);
        String set = waits.headers().firstValue("Set-Cookie").orElse("");
        String cookie = set.substring(0, set.indexOf(';'));

        assertThat(waits.statusCode()).isEqualTo(200);
        assertThat(waits.body())
                .contains(
                        "You are in line", "You are next.", "http-equiv=\"refresh\" content=\"5\"")
                .contains("How the order is made")
                .doesNotContain("<form");
        assertThat(waits.headers().firstValue("Retry-After")).contains("5");
        assertThat(set).contains("HttpOnly", "SameSite=Lax", "Path=" + path, "Max-Age=86400");
        HttpResponse<String> tooSoon = send(path, cookie, "k1");
        assertThat(tooSoon.statusCode()).isEqualTo(429);
        assertThat(tooSoon.body()).contains("value=\"Ada\"", "You are next.");

        step(Optional.empty());

        assertThat(HOUSE.send(HOUSE.request(path).header("Cookie", cookie)).body())
                .contains("<form");
        HttpResponse<String> in = send(path, cookie, "k1");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().allValues("Set-Cookie")).anyMatch(one -> one.contains("Max-Age=0"));
    }

    private HttpResponse<String> send(String path, String cookie, String key) {
        String form =
                "key=%s&people=1&p0.name=Ada&p0.email=ada%%40example.com&p0.item=%s&do=register"
                        .formatted(key, Fair.TICKET);
        return HOUSE.send(
                HOUSE.request(path)
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
