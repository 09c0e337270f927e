package io.turnout.domain.rollout;

/// How a plan is shown: how far it is, and before it starts, how far its approval is.
public enum PlanState {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    RUNNING,
    PAUSED,
    COMPLETED,
    ROLLED_BACK,
    ABORTED
}
