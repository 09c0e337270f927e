package io.turnout.adapters.http.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TideTest {
    private static final long QUICK = Duration.ofMillis(100).toNanos();
    private static final long SLOW = Duration.ofMillis(1_001).toNanos();

    private final AtomicLong now = new AtomicLong();
    private final Tide tide = new Tide(4_096, now::get);

    /// A hundred milliseconds with ten answers, of which so many were late.
    private void round(int late, boolean givenUp) {
        now.addAndGet(Duration.ofMillis(99).toNanos());
        for (int i = 0; i < 9; i++) {
            tide.answered(i < late && !givenUp ? SLOW : QUICK, i < late && givenUp);
        }
        now.addAndGet(Duration.ofMillis(1).toNanos());
        tide.answered(QUICK, false);
    }

    @Test
    void a_tenth_may_be_late_and_no_more() {
        round(1, false);
        assertThat(tide.height()).isEqualTo(4_096);

        round(2, false);
        assertThat(tide.height()).isEqualTo(2_867);
    }

    @Test
    void what_is_given_up_counts_as_late_and_there_is_an_end_to_less() {
        for (int i = 0; i < 100; i++) {
            round(9, true);
        }

        assertThat(tide.height()).isEqualTo(64);
    }

    @Test
    void all_is_let_in_again_within_ten_seconds() {
        for (int i = 0; i < 100; i++) {
            round(9, true);
        }
        for (int i = 0; i < 100; i++) {
            round(0, false);
        }

        assertThat(tide.height()).isEqualTo(4_096);
    }
}
