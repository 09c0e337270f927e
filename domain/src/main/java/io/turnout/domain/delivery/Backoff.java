package io.turnout.domain.delivery;

import java.time.Duration;

/// How long to wait after the n-th failure: twice as long each time up to a bound, and of that a
/// random part, so that those who failed together do not return together.
public record Backoff(Duration first, Duration longest) {
    private static final int DOUBLINGS_MAX = 20;

    /// The wait after so many failures.
    ///
    /// @param failures how often it has failed, 1 or more
    /// @param chance from 0 to 1; half the wait is sure, the other half is by chance
    public Duration after(int failures, double chance) {
        int doublings = Math.min(Math.max(0, failures - 1), DOUBLINGS_MAX);
        long full = Math.min(first.toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis(full / 2 + Math.round(full / 2.0 * chance));
    }
}
