package io.turnout.domain.relocation;

/// Why an org stays where it is. Nothing has changed for anybody then.
public enum Stay {
    /// The stack it was to leave is not its home.
    NOT_AT_HOME,
    /// The other stack believes that it is the org's home, or knows of a later one.
    CONTRADICTED,
    /// The tables of the two stacks differ: both need the same release first.
    SHAPES_DIFFER,
    /// Somebody else moves it.
    REPLACED,
    /// A row there contradicts one here: a vanity host that is another org's there, say.
    IN_THE_WAY,
    /// Writers held the gate whenever the mover came.
    GATE_BUSY,
    /// So much is written that copying cannot catch up.
    TOO_BUSY,
    /// A call to the org's Salesforce did not end in time.
    OUTBOUND_BUSY,
    /// Rows differ that should not: the move is not to be trusted.
    ROWS_DIFFER,
    /// The mover was told to stop.
    STOPPED;

    /// Whether it may be otherwise in a while, without anybody doing anything about it.
    public boolean passes() {
        return this == GATE_BUSY || this == TOO_BUSY || this == OUTBOUND_BUSY;
    }
}
