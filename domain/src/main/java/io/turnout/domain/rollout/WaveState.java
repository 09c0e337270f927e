package io.turnout.domain.rollout;

/// How far a wave is.
public enum WaveState {
    PLANNED,
    /// Somebody said that it may begin.
    CLEARED,
    /// Its orgs are switched, each in its own night.
    ENABLING,
    /// Enough are, and it is watched.
    BAKING,
    LIVE,
    SKIPPED,
    ROLLED_BACK;

    /// Not begun, so that its terms may still change.
    public boolean isAhead() {
        return this == PLANNED || this == CLEARED;
    }

    /// Begun, and not done.
    public boolean isUnderWay() {
        return this == ENABLING || this == BAKING;
    }

    /// Its orgs have it, or get it.
    public boolean holds() {
        return isUnderWay() || this == LIVE;
    }
}
