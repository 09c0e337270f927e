package io.turnout.domain.setting;

/// How far a proposal is.
public enum ChangeStage {
    /// Its values are sound, and what they name answers. It waits for approval, or its turn.
    CHECKED,
    /// A process no visitor meets is started with its values.
    TRIAL,
    /// One instance among the others goes by its values.
    CANARY,
    /// The cloud is told.
    ALL,
    /// All go by it, and it is taken back unless somebody confirms.
    WATCHING,
    /// The cloud is told to go back.
    REVERTING,
    CONFIRMED,
    REVERTED,
    /// It was tried, and no visitor met it.
    REJECTED,
    WITHDRAWN;

    /// Whether instances may go by it and nobody has said that it is good.
    public boolean isUnderWay() {
        return this == TRIAL
                || this == CANARY
                || this == ALL
                || this == WATCHING
                || this == REVERTING;
    }

    public boolean isOver() {
        return this != CHECKED && !isUnderWay();
    }
}
