package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.config.scenario.Balancer.Ports;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two houses behind a real load balancer with the settings we give away: which of them answers
/// makes no difference, also when one is killed or told to stop.
@Timeout(240)
class BalancerTest {
    private static final int VISITORS = 20;
    private static final Duration DRAIN = Duration.ofSeconds(3);

    @TempDir private Path folder;

    enum Kind {
        NGINX,
        HAPROXY
    }

    private Balancer balancer(Kind kind, Ports ports) throws Exception {
        return switch (kind) {
            case NGINX -> Balancer.nginx(folder, ports);
            case HAPROXY -> Balancer.haproxy(folder, ports);
        };
    }

    @ParameterizedTest
    @EnumSource
    void nobody_notices_when_one_house_after_the_other_is_started_anew(Kind kind) throws Exception {
        Ports ports = Ports.free();
        try (Street street = new Street(folder, 1_000_000);
                Instance one = start(street, "one", ports.one());
                Instance two = start(street, "two", ports.two());
                Balancer balancer = balancer(kind, ports);
                Crowd crowd = Crowd.at(balancer.url())) {
            one.stop();
            assertThat(leases(street, "one")).isZero();
            try (Instance newer = start(street, "one", ports.one())) {
                two.stop();
                assertThat(leases(street, "two")).isZero();
                try (Instance last = start(street, "two", ports.two())) {
                    crowd.goHome();
                    assertThat(newer.url()).isNotEqualTo(last.url());
                }
            }

            assertThat(crowd.failures()).isEmpty();
            assertThat(crowd.registered()).isPositive();
            assertThat(street.count("select count(*) from registration"))
                    .isEqualTo(crowd.registered());
            System.out.printf(
                    "%s: %d requests, %d registrations, 0 failed over two restarts%n",
                    kind, crowd.asked(), crowd.registered());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_checkout_goes_on_elsewhere_when_the_house_it_was_pinned_to_is_killed(Kind kind)
            throws Exception {
        Ports ports = Ports.free();
        try (Street street = new Street(folder, 100);
                Instance one = start(street, "one", ports.one());
                Instance two = start(street, "two", ports.two());
                Balancer balancer = balancer(kind, ports);
                HttpClient wire = HttpClient.newHttpClient()) {
            List<Visitor> visitors =
                    IntStream.range(0, VISITORS)
                            .mapToObj(number -> new Visitor(number, balancer.url(), wire))
                            .toList();
            for (Visitor visitor : visitors) {
                assertThat(visitor.send().statusCode()).isEqualTo(307);
                assertThat(visitor.cookies()).contains("turnout_seat=");
            }

            one.kill();

            for (Visitor visitor : visitors) {
                HttpResponse<String> kept = visitor.send();
                assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
                assertThat(visitor.send().headers().firstValue("Location"))
                        .isEqualTo(kept.headers().firstValue("Location"));
            }
            assertThat(two.url()).isNotEqualTo(one.url());
            assertThat(street.count("select count(*) from registration")).isEqualTo(VISITORS);
        }
    }

    private static Instance start(Street street, String name, Balancer.Doors doors)
            throws Exception {
        return Instance.start(street.settings(name, doors, DRAIN));
    }

    private static int leases(Street street, String instance) {
        return street.count(
                "select count(*) from lane where lease_until > now() and claimed_by = '"
                        + instance
                        + "'");
    }
}
