package io.turnout.domain.rollout;

/// Why something is not done to a plan.
public enum Refusal {
    /// It changed since whoever asks has seen it.
    VERSION_CONFLICT,
    /// It is not in a state in which this can be done.
    NOT_NOW,
    /// Somebody else has to approve it.
    OWN_WORK,
    /// Its terms are not approved.
    NOT_APPROVED,
    /// A wave has begun, or the flag cannot be another any more.
    ALREADY_BEGUN,
    NO_SUCH_WAVE
}
