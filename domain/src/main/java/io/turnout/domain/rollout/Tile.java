package io.turnout.domain.rollout;

import java.util.OptionalDouble;

/// One measure of a wave beside that of the others, and how far it may go.
public record Tile(
        Measure measure, double wave, OptionalDouble control, double limit, Verdict verdict) {
    /// What is measured.
    public enum Measure {
        ERROR_RATE,
        LATENCY_MILLIS,
        BACKLOG_SECONDS,
        BUDGET_USED
    }

    /// What follows from it.
    public enum Verdict {
        GOOD,
        BAD,
        /// Too little was seen.
        TOO_FEW
    }
}
