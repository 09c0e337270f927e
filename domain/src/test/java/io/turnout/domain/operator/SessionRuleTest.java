package io.turnout.domain.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionRuleTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SessionRule RULE =
            new SessionRule(Duration.ofMinutes(30), Duration.ofHours(12));

    private static boolean over(Duration sinceOpened, Duration sinceSeen) {
        return RULE.isOver(NOON.minus(sinceOpened), NOON.minus(sinceSeen), NOON);
    }

    @Test
    void who_does_nothing_for_half_an_hour_is_signed_out() {
        Duration hour = Duration.ofHours(1);

        assertThat(over(hour, Duration.ofMinutes(30).minusNanos(1))).isFalse();
        assertThat(over(hour, Duration.ofMinutes(30))).isTrue();
    }

    @Test
    void nobody_is_signed_in_for_longer_than_a_shift() {
        assertThat(over(Duration.ofHours(12).minusNanos(1), Duration.ZERO)).isFalse();
        assertThat(over(Duration.ofHours(12), Duration.ZERO)).isTrue();
    }

    @Test
    void a_rule_gives_some_time() {
        assertThatThrownBy(() -> new SessionRule(Duration.ZERO, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionRule(Duration.ofHours(2), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
