package io.turnout.domain.scaling;

import java.time.Instant;

/// For how long at least so many instances run: before a known opening, say.
public record Floor(Instant from, Instant until, int min) {
    public Floor {
        if (!from.isBefore(until) || min < 0 || min > Bounds.MOST) {
            throw new IllegalArgumentException(min + " from " + from + " until " + until);
        }
    }

    /// Of the same time, and raising nothing.
    Floor dropped() {
        return new Floor(from, until, 0);
    }
}
