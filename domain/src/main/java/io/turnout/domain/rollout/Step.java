package io.turnout.domain.rollout;

/// What follows from something that is to be done to a plan.
public sealed interface Step {
    record Taken(Rollout after) implements Step {}

    record Refused(Refusal why) implements Step {}

    /// As it should be already.
    record Nothing() implements Step {}
}
