package io.turnout.domain.relocation;

/// How far a move is. Until `SWITCHED` the org is at home where it was.
public enum Phase {
    /// Its rows are copied while it is written.
    COPYING,
    /// All rows of both stacks are compared.
    VERIFYING,
    /// Nothing new is sent to its Salesforce, and what is on its way ends.
    QUIESCING,
    /// Nobody writes, for a moment.
    FREEZING,
    /// It is at home there.
    SWITCHED
}
