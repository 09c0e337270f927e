package io.turnout.config;

import com.codahale.metrics.MetricRegistry;
import io.turnout.application.retention.RunRetention;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Deletes what was kept long enough, once a day and soon after the start, and tells first.
final class RetentionLoop {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    private RetentionLoop() {}

    static House.Part of(RunRetention retention, MetricRegistry metrics) {
        AtomicReference<Instant> due = new AtomicReference<>(Instant.MIN);
        AtomicLong told = new AtomicLong();
        var deleted = metrics.counter("turnout.retention.deleted");
        metrics.registerGauge("turnout.retention.told", told::get);
        return new Loop(
                "retention",
                1,
                LOOK,
                () -> {
                    Instant now = Wiring.clock().instant();
                    Instant next = due.get();
                    if (next == null || !now.isBefore(next)) {
                        RunRetention.Round round = retention.run();
                        deleted.inc(round.deleted());
                        told.set(round.told());
                        due.set(now.plus(DAY));
                    }
                    return false;
                });
    }
}
