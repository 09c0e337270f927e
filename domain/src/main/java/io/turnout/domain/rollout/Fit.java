package io.turnout.domain.rollout;

/// Why an org is in a wave, or is not.
public enum Fit {
    LISTED(true),
    MATCHES(true),
    OPTED_OUT(false),
    NOT_LISTED(false),
    NO_OWN_TEST(false),
    NOT_OPTED_IN(false),
    OTHER_REGION(false),
    OTHER_ZONE(false),
    OTHER_TIER(false),
    WITHOUT_TAG(false),
    /// An earlier wave of the plan takes it.
    IN_EARLIER_WAVE(false),
    /// It would match, but the wave is full.
    BEYOND_LIMIT(false);

    private final boolean in;

    Fit(boolean in) {
        this.in = in;
    }

    public boolean isIn() {
        return in;
    }
}
