package io.turnout.domain.rollout;

/// What an org's own administrator said of a feature: early, please, or not for us.
public enum Choice {
    IN,
    OUT
}
