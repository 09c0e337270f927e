package io.turnout.application.nudging;

/// An org says that something changed: it is looked at soon, and the org need not wait for that.
public final class HearNudge {
    private final Nudges nudges;

    public HearNudge(Nudges nudges) {
        this.nudges = nudges;
    }

    /// False when it was heard before.
    public boolean hear(Nudge nudge) {
        return nudges.keep(nudge);
    }
}
