package io.turnout.domain.registration;

/// What became of a look at a line.
public sealed interface TendDecision permits TendDecision.Tended, Undecided {
    record Tended() implements TendDecision {}
}
