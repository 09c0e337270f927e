package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.simulator.org.Latency;
import io.turnout.simulator.org.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    void an_objects_triggers_take_their_time_for_each_two_hundred_rows() {
        Latency latency =
                new Latency(BASE, EACH, 0, 1)
                        .withTrigger("*", Duration.ofMillis(1))
                        .withTrigger("Attendee__c", Duration.ofMillis(400));
        Pace pace = new Pace(latency);

        assertThat(pace.next(1, Map.of("Attendee__c", 1))).isEqualTo(Duration.ofMillis(505));
        assertThat(pace.next(200, Map.of("Attendee__c", 200))).isEqualTo(Duration.ofMillis(1_500));
        assertThat(pace.next(201, Map.of("Attendee__c", 201))).isEqualTo(Duration.ofMillis(1_905));
        assertThat(pace.next(2, Map.of("Account", 1, "Contact", 1)))
                .isEqualTo(Duration.ofMillis(112));
        assertThat(pace.next(2)).isEqualTo(Duration.ofMillis(110));
    }

    @Test
    void only_writing_wakes_a_trigger() {
        try (Desk desk = Desk.open()) {
            desk.set("latency", "{\"triggerMillis\":{\"Attendee__c\":300}}");

            long start = System.nanoTime();
            var _ = desk.upsert(false, Desk.attendees(2));
            Duration writing = Duration.ofNanos(System.nanoTime() - start);
            var _ = desk.client().get(Client.DATA + "/query?q=SELECT+Id+FROM+Attendee__c");
            Duration both = Duration.ofNanos(System.nanoTime() - start);

            assertThat(writing).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(both.minus(writing)).isLessThan(Duration.ofMillis(300));
            assertThat(
                            desk.admin()
                                    .get("/orgs/" + Desk.ORG_A + "/latency")
                                    .json()
                                    .at("/triggerMillis/Attendee__c")
                                    .asInt())
                    .isEqualTo(300);
        }
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
