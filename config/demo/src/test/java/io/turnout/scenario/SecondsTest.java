package io.turnout.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecondsTest {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LATE = Duration.ofMillis(1_500);

    private final Seconds seconds = new Seconds(Duration.ofSeconds(20), Duration.ofMillis(250));

    private void add(int second, int times, Outcome outcome, Duration took) {
        for (int i = 0; i < times; i++) {
            seconds.add(outcome, Duration.ofSeconds(second), took);
        }
    }

    @Test
    void a_yes_counts_in_the_second_in_which_it_was_said() {
        add(0, 40, Outcome.YES, SOON);
        add(19, 40, Outcome.YES, LATE);

        assertThat(seconds.perSecond()).isEqualTo(2.0);
    }

    @Test
    void the_worst_ten_seconds_are_found_wherever_they_begin() {
        for (int second = 0; second < 20; second++) {
            add(second, second >= 5 && second < 15 ? 3 : 9, Outcome.YES, SOON);
        }

        assertThat(seconds.leastPerSecond()).isEqualTo(3.0);
    }

    @Test
    void it_is_settled_once_nobody_is_sent_away_and_one_in_twenty_at_most_is_slow() {
        add(0, 20, Outcome.YES, SOON);
        add(3, 1, Outcome.LATER, SOON);
        add(6, 18, Outcome.YES, SOON);
        add(6, 2, Outcome.YES, LATE);
        add(9, 19, Outcome.YES, SOON);
        add(9, 1, Outcome.YES, LATE);

        assertThat(seconds.settled()).isEqualTo(7);
    }
}
