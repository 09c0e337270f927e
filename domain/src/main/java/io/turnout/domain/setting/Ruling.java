package io.turnout.domain.setting;

import io.turnout.domain.rollout.Refusal;

/// What follows from something that is to be done to a proposal.
public sealed interface Ruling {
    record Taken(Proposal after) implements Ruling {}

    record Refused(Refusal why) implements Ruling {}

    /// As it should be already.
    record Nothing() implements Ruling {}
}
