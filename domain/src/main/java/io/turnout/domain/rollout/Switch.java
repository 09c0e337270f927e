package io.turnout.domain.rollout;

/// To which side an org is forced.
public enum Switch {
    ON,
    OFF
}
