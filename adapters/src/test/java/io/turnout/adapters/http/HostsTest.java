package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.RawSocket.Answer;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.limiting.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Orgs with a host of their own, and an instance that knows its name.
class HostsTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(
                    () -> Fair.NOON,
                    new HttpDoorSettings(
                            Duration.ofSeconds(5),
                            1_000,
                            1_000,
                            Optional.empty(),
                            new LaneSettings(100, Map.of(), List.of(), Set.of("turnout.example"))));

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Unlimited());
    private final String host =
            "tickets." + fair.org().value().toLowerCase(Locale.ROOT) + ".example";

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private void keep(HostState state, Optional<Rate> rate) {
        var _ =
                HOUSE.memory
                        .hosts()
                        .keep(new VanityHost(new HostName(host), fair.org(), rate, state));
    }

    private static Answer get(String at, String path) {
        return RawSocket.say(
                HOUSE.port(),
                "GET "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + at
                        + "\r\nAccept: text/html, */*\r\nConnection: close\r\n\r\n");
    }

    private static Answer post(String at, String path, String key) {
        String body = Fair.one("ada");
        return RawSocket.say(
                HOUSE.port(),
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + at
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: "
                        + key
                        + "\r\nContent-Length: "
                        + body.length()
                        + "\r\nConnection: close\r\n\r\n"
                        + body);
    }

    @Test
    void on_its_host_the_pages_of_an_org_need_not_name_it() {
        keep(HostState.OPEN, Optional.empty());

        Answer named = get(host, "/o/" + fair.org() + "/e/" + Fair.FAIR);
        Answer unnamed = get(host.toUpperCase(Locale.ROOT) + ":8080", "/e/" + Fair.FAIR);

        assertThat(named.status()).isEqualTo(200);
        assertThat(unnamed.status()).isEqualTo(200);
        assertThat(unnamed.body()).contains("<form", "/o/" + fair.org() + "/e/" + Fair.FAIR);
        assertThat(get("turnout.example", "/e/" + Fair.FAIR).status()).isEqualTo(404);
    }

    @Test
    void nothing_of_another_org_is_served_there_and_nothing_of_operators() {
        Fair other = Fair.open(HOUSE.memory, new Seats.Unlimited());
        keep(HostState.OPEN, Optional.empty());

        Answer page = get(host, "/o/" + other.org() + "/e/" + Fair.FAIR);

        assertThat(page.status()).isEqualTo(421);
        assertThat(page.body()).contains("This host serves nothing here");
        assertThat(post(host, other.registrations(), "k").body()).contains(":misdirected");
        assertThat(get(host, "/v1/operator/orgs").status()).isEqualTo(421);
        assertThat(get(host, other.event().replace(other.org().value(), "x")).status())
                .isEqualTo(421);
    }

    @Test
    void a_host_that_nobody_knows_is_served_nothing_and_an_address_is() {
        assertThat(get("evil.example", fair.event()).status()).isEqualTo(421);
        assertThat(get("evil.example", "/healthcheck").status()).isEqualTo(421);
        assertThat(get("turnout.example", fair.event()).status()).isEqualTo(200);
        assertThat(get("TURNOUT.example:443", fair.event()).status()).isEqualTo(200);
        assertThat(get("127.0.0.1:8080", fair.event()).status()).isEqualTo(200);
        assertThat(get("[::1]", fair.event()).status()).isEqualTo(200);
        assertThat(get("localhost", fair.event()).status()).isEqualTo(200);
    }

    @Test
    void a_host_that_is_switched_off_says_so_and_does_nothing() {
        keep(HostState.CLOSED, Optional.empty());

        Answer page = get(host, "/e/" + Fair.FAIR);
        Answer sent = post(host, fair.registrations(), "k");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("closed for the moment");
        assertThat(sent.status()).isEqualTo(503);
        assertThat(sent.body()).contains(":overloaded", "switched off");
        assertThat(get("turnout.example", fair.event()).status()).isEqualTo(200);
        keep(HostState.OPEN, Optional.empty());
        assertThat(get(host, "/e/" + Fair.FAIR).status()).isEqualTo(200);
    }

    @Test
    void a_host_has_a_limit_of_its_own_and_the_org_elsewhere_has_not() {
        keep(HostState.OPEN, Optional.of(new Rate(2, Duration.ofMinutes(1))));
        var _ = get(host, "/e/" + Fair.FAIR);
        assertThat(post(host, fair.registrations(), "k1").status()).isEqualTo(201);

        assertThat(get(host, "/e/" + Fair.FAIR).head()).contains("429", "\"host\";q=2;w=60");
        assertThat(post(host, fair.registrations(), "k1").status()).isEqualTo(200);
        assertThat(post(host, fair.registrations(), "k2").status()).isEqualTo(429);
        assertThat(post("turnout.example", fair.registrations(), "k3").status()).isEqualTo(201);
    }
}
