package io.turnout.domain.rollout;

import java.time.Instant;

/// Why an org is not switched in a night, or in a part of it.
public sealed interface Obstacle {
    /// A sale of the org starts too near.
    record OnSale(Instant at) implements Obstacle {}

    /// An event of the org takes place.
    record Live(Span event) implements Obstacle {}

    /// Nobody is switched then, or not this org.
    record Frozen(Span freeze, String reason) implements Obstacle {}

    /// Many register in this hour of the org's day.
    record Busy(int hour, double share) implements Obstacle {}

    /// Its clocks are turned forward past the window.
    record NoNight() implements Obstacle {}
}
