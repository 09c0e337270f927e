package io.turnout.domain.rollout;

import java.time.Duration;

/// When a wave is done: so much of it was switched, then so long was waited, and so many requests
/// were seen meanwhile.
public record Exit(double switched, Duration bake, long requests) {
    public static final Duration BAKE_MAX = Duration.ofDays(30);

    public Exit {
        if (!(switched > 0 && switched <= 1)) {
            throw new IllegalArgumentException("a part is more than 0 and at most 1");
        }
        if (bake.isNegative() || bake.compareTo(BAKE_MAX) > 0 || requests < 0) {
            throw new IllegalArgumentException("a bake of 0 to 30 days, and 0 or more requests");
        }
    }
}
