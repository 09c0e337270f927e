package io.turnout.domain.registration;

/// What a group wants where too few seats are left for it.
public enum IfFull {
    /// To be told at once.
    REFUSE,
    /// To stand in line for seats that come back.
    WAIT
}
