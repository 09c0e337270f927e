package io.turnout.application.rollout;

import io.turnout.domain.rollout.FreezeId;

/// A freeze does not hold any longer.
public final class LiftFreeze {
    private final Freezes freezes;

    public LiftFreeze(Freezes freezes) {
        this.freezes = freezes;
    }

    /// False where there is none.
    public boolean lift(FreezeId freeze) {
        return freezes.remove(freeze);
    }
}
