package io.turnout.domain.waitingroom;

import java.time.Duration;

/// What one instance saw at the door of an event since it last looked: how many wait for a
/// decision now, how many were decided, and how many were turned away because it was too much.
public record Crowding(int waiting, long decided, long turnedAway, Duration over) {
    /// Nobody.
    public static final Crowding NONE = new Crowding(0, 0, 0, Duration.ofSeconds(1));

    double decidedPerSecond() {
        return decided * 1_000.0 / Math.max(1, over.toMillis());
    }
}
