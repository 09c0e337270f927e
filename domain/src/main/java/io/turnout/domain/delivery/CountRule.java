package io.turnout.domain.delivery;

import java.time.Duration;

/// When counts leave: this long after they first differed from what the org shows, up to `max`
/// rooms a call. While calls are scarce they wait longer.
public record CountRule(Duration age, int max) {
    public static final CountRule USUAL =
            new CountRule(Duration.ofSeconds(30), BatchRule.ROWS_PER_CALL_MAX);

    public CountRule {
        if (age.isNegative() || max < 1 || max > BatchRule.ROWS_PER_CALL_MAX) {
            throw new IllegalArgumentException("an age, and 1 to 200 rooms a call");
        }
    }
}
