package io.turnout.application.rollout;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.PlannedFreeze;

/// Nobody, or none of some orgs, is switched on for a while.
public final class PlanFreeze {
    private final Freezes freezes;

    public PlanFreeze(Freezes freezes) {
        this.freezes = freezes;
    }

    /// False where there are too many.
    public boolean plan(PlannedFreeze freeze, Author author) {
        return freezes.add(freeze, author);
    }
}
