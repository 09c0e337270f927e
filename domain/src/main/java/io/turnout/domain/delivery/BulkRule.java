package io.turnout.domain.delivery;

import java.time.Duration;

/// When rows of an event leave as a job instead of in calls of 200: `rows` of them are owed that
/// may wait, because they are repairs or have waited for `age` already. A job takes up to `max`,
/// since Salesforce works through that many one after the other and more of them side by side,
/// where they would fight for the event they all belong to.
public record BulkRule(int rows, Duration age, int max) {
    public static final BulkRule USUAL = new BulkRule(5_000, Duration.ofMinutes(5), 10_000);

    public BulkRule {
        if (rows < 1 || max < 1 || age.isNegative()) {
            throw new IllegalArgumentException("rows, max and age are positive");
        }
    }
}
