package io.turnout.simulator.org;

import java.time.Duration;

/// How long the platform takes: `base` for a call and `perRecord` for each row of it, give or take
/// `spread` (0.2 is a fifth), drawn from `seed` so that a run repeats.
public record Latency(Duration base, Duration perRecord, double spread, long seed) {
    public Latency {
        if (base.isNegative() || perRecord.isNegative() || spread < 0 || spread > 1) {
            throw new IllegalArgumentException("latency must not be negative, spread within 0..1");
        }
    }

    public static Latency none() {
        return new Latency(Duration.ZERO, Duration.ZERO, 0, 1);
    }
}
