package io.turnout.domain.scaling;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/// What one instance is to bear, of each kind.
public record Targets(double inFlight, double queued, double cpu, double owed) {
    public static final Targets USUAL = new Targets(20, 200, 0.6, 500);

    public Targets {
        if (!(inFlight > 0 && queued > 0 && cpu > 0 && cpu <= 1 && owed > 0)) {
            throw new IllegalArgumentException("what an instance is to bear is above 0");
        }
    }

    /// How many instances that much load is worth, by the kind that asks for most.
    Need need(Load load) {
        return Stream.of(
                        new Need(load.inFlight() / inFlight, Cause.REQUESTS, load.inFlight()),
                        new Need(load.queued() / queued, Cause.QUEUE, load.queued()),
                        new Need(load.cpu() / cpu, Cause.CPU, load.cpu()),
                        new Need(load.owed() / owed, Cause.DELIVERY, load.owed()))
                .max(Comparator.comparingDouble(Need::worth))
                .orElseThrow();
    }

    /// How many it would be if those rows could leave that wait for calls.
    int wished(Load load) {
        return Need.up((load.owed() + load.heldBack()) / owed);
    }

    /// So many instances, and what asks for them.
    record Need(double worth, Cause cause, double figure) {
        int instances() {
            return up(worth);
        }

        /// With `slack` to spare.
        int instances(double slack) {
            return up(worth * (1 + slack));
        }

        private static int up(double worth) {
            return (int) Math.min(Bounds.MOST, Math.ceil(worth));
        }

        String told() {
            return String.format(
                    Locale.ROOT,
                    "%s: %.1f, worth %.1f instances",
                    cause.words(),
                    figure,
                    Math.min(Bounds.MOST, worth));
        }
    }
}
