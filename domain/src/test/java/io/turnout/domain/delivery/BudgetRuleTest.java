package io.turnout.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetRuleTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration REST = Duration.ofSeconds(2);
    private static final BudgetRule USUAL = BudgetRule.USUAL;

    /// Of a thousand calls a day, 200 are ours and 50 nobody's.
    private static Spending spent(long ours, long everybody) {
        return new Spending(ours, 0, Optional.of(new CallUsage(everybody, 1_000, NOON)));
    }

    @Test
    void a_fifth_of_the_calls_is_ours() {
        assertThat(USUAL.limit(spent(0, 0))).isEqualTo(200);
        assertThat(USUAL.left(spent(199, 199))).isEqualTo(1);
        assertThat(USUAL.left(spent(200, 200))).isZero();
    }

    @Test
    void the_reserve_is_left_to_the_others() {
        assertThat(USUAL.left(spent(0, 949))).isEqualTo(1);
        assertThat(USUAL.left(spent(0, 950))).isZero();
        assertThat(USUAL.left(spent(0, 2_000))).isZero();
    }

    @Test
    void calls_since_the_last_answer_count_too() {
        var spending = new Spending(3, 3, Optional.of(new CallUsage(946, 1_000, NOON)));

        assertThat(USUAL.left(spending)).isEqualTo(1);
    }

    @Test
    void the_last_twentieth_is_for_attendees_only() {
        assertThat(USUAL.permits(spent(189, 189), CallKind.COUNTS)).isTrue();
        assertThat(USUAL.permits(spent(190, 190), CallKind.COUNTS)).isFalse();
        assertThat(USUAL.permits(spent(199, 199), CallKind.LIVE)).isTrue();
        assertThat(USUAL.permits(spent(200, 200), CallKind.LIVE)).isFalse();
        assertThat(USUAL.permits(spent(179, 179), CallKind.BACKFILL)).isTrue();
        assertThat(USUAL.permits(spent(180, 180), CallKind.BACKFILL)).isFalse();
    }

    @Test
    void calls_start_less_often_as_the_share_shrinks_and_never_sooner_again() {
        assertThat(USUAL.pace(spent(100, 100), REST)).isEqualTo(REST);
        assertThat(USUAL.pace(spent(180, 180), REST)).isEqualTo(Duration.ofSeconds(10));
        assertThat(USUAL.pace(spent(200, 200), REST)).isEqualTo(Duration.ofMinutes(15));
        Duration before = REST;
        for (int ours = 0; ours <= 200; ours++) {
            Duration pace = USUAL.pace(spent(ours, ours), REST);
            assertThat(pace).isGreaterThanOrEqualTo(before);
            before = pace;
        }
    }

    @Test
    void how_long_a_backlog_takes_is_known_or_it_is_said_that_it_does_not_fit() {
        assertThat(USUAL.drainTime(spent(0, 0), 2_001, REST)).contains(Duration.ofSeconds(22));
        assertThat(USUAL.drainTime(spent(195, 195), 2_001, REST)).isEmpty();
    }

    @Test
    void a_share_of_nothing_is_refused() {
        assertThatThrownBy(() -> new BudgetRule(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BudgetRule(0.2, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
