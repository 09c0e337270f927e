package io.turnout.application.rollout;

import io.turnout.domain.rollout.PlanId;
import java.util.List;

/// What was done to a plan, by whom, and from what to what.
public final class ShowHistory {
    private final Rollouts rollouts;

    public ShowHistory(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    public List<Rollouts.Entry> show(PlanId plan, int limit) {
        return rollouts.history(plan, limit);
    }
}
