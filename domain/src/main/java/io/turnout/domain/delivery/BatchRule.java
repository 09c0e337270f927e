package io.turnout.domain.delivery;

import java.time.Duration;

/// When what is owed to Salesforce leaves, and how much of it at once (A18, A19). A lane is due
/// when `rows` wait or the oldest has waited for `age`; it starts no call sooner than `pace` after
/// the last one, and a call takes up to `max` rows.
public record BatchRule(int rows, Duration age, int max, Duration pace) {
    /// What one Salesforce call takes at most.
    public static final int ROWS_PER_CALL_MAX = 200;

    /// Five rows, or nine seconds: a call then still arrives before the tenth ends.
    public static final BatchRule USUAL =
            new BatchRule(5, Duration.ofSeconds(9), ROWS_PER_CALL_MAX, Duration.ofSeconds(2));

    public BatchRule {
        if (rows < 1 || max < rows || max > ROWS_PER_CALL_MAX) {
            throw new IllegalArgumentException("1 <= rows <= max <= " + ROWS_PER_CALL_MAX);
        }
        if (age.isNegative() || pace.isNegative()) {
            throw new IllegalArgumentException("age and pace are not negative");
        }
    }
}
