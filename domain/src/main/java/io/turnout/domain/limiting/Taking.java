package io.turnout.domain.limiting;

import java.time.Duration;

/// What came of taking one from an allowance.
public sealed interface Taking {
    record Taken(long left) implements Taking {}

    /// Nothing is left; there is one again after `pause`.
    record Spent(Duration pause) implements Taking {}
}
