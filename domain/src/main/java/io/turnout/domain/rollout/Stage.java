package io.turnout.domain.rollout;

/// How far a plan is, whoever has approved it.
public enum Stage {
    NOT_STARTED,
    RUNNING,
    PAUSED,
    COMPLETED,
    ROLLED_BACK,
    ABORTED;

    /// Its terms may change.
    public boolean isEditable() {
        return this == NOT_STARTED || this == PAUSED || this == ROLLED_BACK;
    }
}
