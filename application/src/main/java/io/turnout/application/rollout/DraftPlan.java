package io.turnout.application.rollout;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanTerms;

/// Somebody begins to plan.
public final class DraftPlan {
    private final Rollouts rollouts;

    public DraftPlan(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    public Plan draft(PlanId id, PlanTerms terms, Author author) {
        Plan plan = Plan.draft(id, terms, author.actor());
        rollouts.add(plan, author);
        return plan;
    }
}
