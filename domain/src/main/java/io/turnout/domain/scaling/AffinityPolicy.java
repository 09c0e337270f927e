package io.turnout.domain.scaling;

/// Whether visitors are to meet the same instance again.
public enum AffinityPolicy {
    STICKY,
    FREE,
    /// As whoever set up the front has it.
    AS_IT_IS
}
