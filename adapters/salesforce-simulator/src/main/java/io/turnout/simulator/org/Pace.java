package io.turnout.simulator.org;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;

/// Draws from the latency an org has at the moment.
public final class Pace {
    private Latency latency;
    private SplittableRandom chance;

    public Pace(Latency latency) {
        this.latency = latency;
        this.chance = new SplittableRandom(latency.seed());
    }

    public synchronized void set(Latency now) {
        latency = now;
        chance = new SplittableRandom(now.seed());
    }

    public synchronized Latency get() {
        return latency;
    }

    public Duration next(int rows) {
        return next(rows, Map.of());
    }

    /// The time a call on this many rows takes that writes these numbers of rows by object.
    public synchronized Duration next(int rows, Map<String, Integer> written) {
        Duration mean = latency.mean(rows, written);
        if (mean.isZero() || latency.spread() == 0) {
            return mean;
        }
        double factor = 1 + latency.spread() * (2 * chance.nextDouble() - 1);
        return Duration.ofNanos((long) (mean.toNanos() * factor));
    }

    /// Takes the time a call on this many rows takes.
    public void spend(int rows) {
        Duration time = next(rows);
        if (time.isPositive()) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
