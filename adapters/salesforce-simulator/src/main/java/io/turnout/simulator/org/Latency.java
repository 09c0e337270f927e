package io.turnout.simulator.org;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How long the platform takes: `base` for a call, `perRecord` for each row of it, and what an
/// object's triggers take for each 200 rows written, `*` standing for every other object; give or
/// take `spread` (0.2 is a fifth), drawn from `seed` so that a run repeats.
public record Latency(
        Duration base,
        Duration perRecord,
        Map<String, Duration> triggers,
        double spread,
        long seed) {
    private static final int CHUNK = 200;

    public Latency {
        triggers = Map.copyOf(triggers);
        boolean back =
                base.isNegative()
                        || perRecord.isNegative()
                        || triggers.values().stream().anyMatch(Duration::isNegative);
        if (back || spread < 0 || spread > 1) {
            throw new IllegalArgumentException("latency must not be negative, spread within 0..1");
        }
    }

    /// An org without triggers.
    public Latency(Duration base, Duration perRecord, double spread, long seed) {
        this(base, perRecord, Map.of(), spread, seed);
    }

    public static Latency none() {
        return new Latency(Duration.ZERO, Duration.ZERO, 0, 1);
    }

    /// The org in which a trigger of this object takes so long for each 200 rows.
    public Latency withTrigger(String object, Duration perChunk) {
        Map<String, Duration> more = new HashMap<>(triggers);
        more.put(object, perChunk);
        return new Latency(base, perRecord, more, spread, seed);
    }

    /// What so many rows take on average, `written` of them by object.
    Duration mean(int rows, Map<String, Integer> written) {
        Duration mean = base.plus(perRecord.multipliedBy(rows));
        for (Map.Entry<String, Integer> one : written.entrySet()) {
            Duration other = triggers.getOrDefault("*", Duration.ZERO);
            Duration trigger = triggers.getOrDefault(one.getKey(), other);
            mean = mean.plus(trigger.multipliedBy(Math.ceilDiv(one.getValue(), CHUNK)));
        }
        return mean;
    }
}
