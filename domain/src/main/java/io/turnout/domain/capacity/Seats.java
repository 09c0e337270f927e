package io.turnout.domain.capacity;

/// How many may enter a room.
public sealed interface Seats {
    int SEATS_MAX = 10_000_000;

    /// A count from nought to `SEATS_MAX`.
    record Limited(int count) implements Seats {
        public Limited {
            if (count < 0 || count > SEATS_MAX) {
                throw new IllegalArgumentException(count + " seats: 0 to " + SEATS_MAX);
            }
        }
    }

    /// Nobody counts; who enters is still known.
    record Unlimited() implements Seats {}
}
