package io.turnout.adapters.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// How often that is said which comes very often.
class SeldomTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Seldom seldom = new Seldom(now::get);

    @Test
    void the_first_is_said_at_once_and_what_comes_after_it_when_it_is_time() {
        assertThat(seldom.came()).isEqualTo(1);
        assertThat(seldom.came()).isZero();
        now.addAndGet(Seldom.PAUSE.toNanos() - 1);
        assertThat(seldom.came()).isZero();
        now.addAndGet(1);

        assertThat(seldom.came()).isEqualTo(3);

        assertThat(seldom.came()).isZero();
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(seldom.came()).isEqualTo(2);
    }
}
