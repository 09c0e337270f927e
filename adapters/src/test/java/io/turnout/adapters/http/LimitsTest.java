package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.AddressRange;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.domain.capacity.Capacity;
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

/// Callers who ask more than they may, behind a proxy that is believed. Time stands still, so what
/// is spent stays spent.
class LimitsTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(
                    () -> Fair.NOON,
                    new HttpDoorSettings(
                            Duration.ofSeconds(5),
                            1_000,
                            1_000,
                            Optional.empty(),
                            new LaneSettings(
                                    100,
                                    Map.of(
                                            Allowance.Kind.ADDRESS,
                                            new Rate(20, Duration.ofMinutes(1)),
                                            Allowance.Kind.ADDRESS_REGISTRATIONS,
                                            new Rate(2, Duration.ofMinutes(1)),
                                            Allowance.Kind.ORG,
                                            new Rate(5, Duration.ofMinutes(1))),
                                    List.of(AddressRange.of("127.0.0.0/8")),
                                    Set.of())));

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Unlimited());

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private HttpResponse<String> register(String from, String key) {
        return post(fair.registrations(), from, key, Fair.one("ada"));
    }

    private HttpResponse<String> hold(String from, String key) {
        String lines = "{\"lines\":[{\"item\":\"%s\",\"quantity\":1}]}".formatted(Fair.TICKET);
        return post(fair.holds(), from, key, lines);
    }

    private static HttpResponse<String> post(String path, String from, String key, String body) {
        return HOUSE.send(
                HOUSE.request(path)
                        .header("X-Forwarded-For", from)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path, String from, String accept) {
        return HOUSE.send(
                HOUSE.request(path).header("X-Forwarded-For", from).header("Accept", accept));
    }

    private Capacity hall() {
        return HOUSE.memory
                .pages()
                .find(fair.org(), Fair.FAIR)
                .orElseThrow()
                .room(RoomId.of(Fair.FAIR));
    }

    @Test
    void the_third_of_two_is_told_when_to_come_back_and_by_which_limit() {
        assertThat(register("192.0.2.1", "k1").statusCode()).isEqualTo(201);
        assertThat(register("192.0.2.1", "k2").statusCode()).isEqualTo(201);

        HttpResponse<String> third = register("192.0.2.1", "k3");

        refused(third, 429, "rate-limited");
        assertThat(third.headers().firstValue("RateLimit-Policy"))
                .contains("\"address-registrations\";q=2;w=60");
        assertThat(third.headers().firstValue("RateLimit"))
                .contains("\"address-registrations\";r=0;t=30");
        assertThat(Integer.parseInt(third.headers().firstValue("Retry-After").orElse("0")))
                .isBetween(30, 62);
    }

    @Test
    void a_repeat_of_what_was_admitted_is_answered_over_the_limit_and_nothing_new_is_kept() {
        HttpResponse<String> first = register("192.0.2.2", "k1");
        var _ = register("192.0.2.2", "k2");

        HttpResponse<String> again = register("192.0.2.2", "k1");
        HttpResponse<String> other = register("192.0.2.2", "k3");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(first));
        refused(other, 429, "rate-limited");
        assertThat(hall().taken()).isEqualTo(2);
    }

    @Test
    void a_repeat_of_a_hold_is_answered_over_the_limit_and_nothing_new_is_held() {
        HttpResponse<String> first = hold("192.0.2.6", "h1");
        var _ = hold("192.0.2.6", "h2");

        HttpResponse<String> again = hold("192.0.2.6", "h1");
        HttpResponse<String> other = hold("192.0.2.6", "h3");

        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(first));
        refused(other, 429, "rate-limited");
        assertThat(hall().held()).isEqualTo(2);
    }

    @Test
    void whoever_goes_on_and_on_is_no_longer_looked_up() {
        for (int i = 0; i < 4; i++) {
            var _ = register("192.0.2.3", "k" + i);
        }

        refused(register("192.0.2.3", "k0"), 429, "rate-limited");
    }

    @Test
    void an_org_has_a_limit_of_its_own_however_many_addresses_ask() {
        for (int i = 0; i < 5; i++) {
            assertThat(register("198.51.100." + i, "k" + i).statusCode()).isEqualTo(201);
        }

        HttpResponse<String> sixth = register("198.51.100.9", "k9");

        refused(sixth, 429, "rate-limited");
        assertThat(sixth.headers().firstValue("RateLimit-Policy")).contains("\"org\";q=5;w=60");
    }

    @Test
    void what_stands_before_the_last_stranger_is_not_believed() {
        for (int i = 0; i < 2; i++) {
            var _ = register("203.0.113." + i + ", 192.0.2.4, 127.0.0.7", "k" + i);
        }

        refused(register("203.0.113.200, 192.0.2.4", "k3"), 429, "rate-limited");
    }

    @Test
    void one_network_of_ipv6_is_one_address() {
        for (int i = 0; i < 2; i++) {
            assertThat(register("2001:db8:1:1::" + i, "k" + i).statusCode()).isEqualTo(201);
        }

        refused(register("2001:db8:1:1:ffff::9", "k3"), 429, "rate-limited");
        assertThat(register("2001:db8:1:2::1", "k4").statusCode()).isEqualTo(201);
    }

    @Test
    void a_browser_is_told_in_a_page_and_a_program_in_a_problem() {
        String page = "/o/" + fair.org() + "/e/" + Fair.FAIR;
        for (int i = 0; i < 20; i++) {
            assertThat(get(page, "192.0.2.5", "text/html").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> shown = get(page, "192.0.2.5", "text/html");

        assertThat(shown.statusCode()).isEqualTo(429);
        assertThat(shown.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(shown.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(shown.headers().firstValue("Retry-After")).isPresent();
        assertThat(shown.body()).contains("Very many people are here right now");
        refused(get(fair.event(), "192.0.2.5", "text/html"), 429, "rate-limited");
    }
}
