package io.turnout.domain.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What one instance says of its load.
///
/// @param release which one it runs, where somebody counts them
/// @param since when it was started
/// @param inFlight how many requests it answers at once, on average of the last seconds
/// @param queued how many wait for a decision
/// @param cpu which part of its processors it uses, from 0 to 1
public record InstanceLoad(
        String instance,
        Optional<String> release,
        Instant since,
        double inFlight,
        int queued,
        double cpu) {
    /// Whoever was not heard of for so long bears nothing.
    public static final Duration SILENCE = Duration.ofSeconds(6);

    public InstanceLoad {
        if (!(inFlight >= 0) || queued < 0 || !(cpu >= 0 && cpu <= 1)) {
            throw new IllegalArgumentException(inFlight + ", " + queued + ", " + cpu);
        }
    }

    /// What it said, and when by the storage's clock.
    public record Heard(InstanceLoad load, Instant at) {
        boolean isNew(Instant now) {
            return at.isAfter(now.minus(SILENCE));
        }
    }
}
