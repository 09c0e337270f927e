package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.simulator.org.Latency;
import io.turnout.simulator.org.Pace;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final Duration BASE = Duration.ofMillis(100);
    private static final Duration EACH = Duration.ofMillis(5);

    private static List<Duration> draws(Latency latency) {
        Pace pace = new Pace(latency);
        return Stream.generate(() -> pace.next(200)).limit(50).toList();
    }

    @Test
    void a_call_takes_its_base_and_so_much_for_each_row() {
        assertThat(draws(new Latency(BASE, EACH, 0, 1))).containsOnly(Duration.ofMillis(1_100));
        assertThat(draws(Latency.none())).containsOnly(Duration.ZERO);
    }

    @Test
    void the_same_seed_draws_the_same_times_and_another_seed_others() {
        List<Duration> first = draws(new Latency(BASE, EACH, 0.2, 7));

        assertThat(draws(new Latency(BASE, EACH, 0.2, 7))).isEqualTo(first);
        assertThat(draws(new Latency(BASE, EACH, 0.2, 8))).isNotEqualTo(first);
        assertThat(first).allMatch(d -> d.toMillis() >= 880 && d.toMillis() <= 1_320);
    }

    @Test
    void a_call_takes_the_time_the_org_is_set_to() {
        try (Desk desk = Desk.open()) {
            desk.set("latency", "{\"baseMillis\":150,\"recordMillis\":10}");

            long start = System.nanoTime();
            int status = desk.upsert(false, Desk.attendees(10)).status();

            assertThat(status).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(250));
        }
    }
}
