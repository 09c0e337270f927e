package io.turnout.domain.registration;

/// An active hold counts in its rooms. How it ended is kept, so that it ends once.
public enum HoldStatus {
    ACTIVE,
    USED,
    RELEASED,
    EXPIRED
}
