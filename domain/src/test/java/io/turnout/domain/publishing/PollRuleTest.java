package io.turnout.domain.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.delivery.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollRuleTest {
    private static final PollRule RULE = new PollRule(new BudgetRule(0.2, 0.05));

    private static Spending of(long max) {
        return new Spending(0, 0, Optional.of(new CallUsage(0, max, Instant.EPOCH)));
    }

    private static Duration next(int minutes, boolean nudged, boolean untold) {
        return RULE.next(Duration.ofMinutes(minutes), nudged, untold, of(1_000_000));
    }

    @Test
    void without_nudges_and_after_a_miss_it_is_a_minute() {
        assertThat(next(8, false, false)).isEqualTo(Duration.ofMinutes(1));
        assertThat(next(8, true, true)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void while_nudges_are_good_it_doubles_up_to_a_quarter_of_an_hour() {
        assertThat(next(1, true, false)).isEqualTo(Duration.ofMinutes(2));
        assertThat(next(7, true, false)).isEqualTo(Duration.ofMinutes(14));
        assertThat(next(8, true, false)).isEqualTo(Duration.ofMinutes(15));
        assertThat(next(15, true, false)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void polls_never_use_more_than_half_of_our_share() {
        // A fifth of 14,400 is 2,880 calls a day; half of that is one a minute.
        assertThat(RULE.next(Duration.ofMinutes(1), false, false, of(14_400)))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(RULE.next(Duration.ofMinutes(1), false, false, of(14_390)))
                .isGreaterThan(Duration.ofMinutes(1));
        assertThat(RULE.next(Duration.ofMinutes(1), false, false, of(5_000)))
                .isEqualTo(Duration.ofMillis(172_800));
        assertThat(RULE.next(Duration.ofMinutes(15), true, false, of(10)))
                .isEqualTo(Duration.ofDays(1));
        assertThat(RULE.retry(1, of(5_000))).isEqualTo(Duration.ofMillis(172_800));
    }

    @Test
    void an_org_of_which_nothing_was_heard_is_asked_again_in_a_minute() {
        assertThat(RULE.retry(1, Spending.NOTHING)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RULE.retry(9, Spending.NOTHING)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void after_failures_it_waits_longer_and_longer() {
        assertThat(RULE.retry(1, of(1_000_000))).isEqualTo(Duration.ofMinutes(1));
        assertThat(RULE.retry(2, of(1_000_000))).isEqualTo(Duration.ofMinutes(2));
        assertThat(RULE.retry(5, of(1_000_000))).isEqualTo(Duration.ofMinutes(15));
        assertThat(RULE.retry(500, of(1_000_000))).isEqualTo(Duration.ofMinutes(15));
    }
}
