package io.turnout.config;

import io.turnout.application.retention.DeleteOverdue;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// Deletes what was kept long enough, once a day and soon after the start.
final class RetentionLoop {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    private RetentionLoop() {}

    static House.Part of(DeleteOverdue delete) {
        AtomicReference<Instant> due = new AtomicReference<>(Instant.MIN);
        return new Loop(
                "retention",
                1,
                LOOK,
                () -> {
                    Instant now = Wiring.clock().instant();
                    Instant next = due.get();
                    if (next == null || !now.isBefore(next)) {
                        long _ = delete.delete();
                        due.set(now.plus(DAY));
                    }
                    return false;
                });
    }
}
