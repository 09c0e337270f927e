package io.turnout.application.delivery;

import io.turnout.domain.org.OrgId;
import java.util.List;

/// When an org was called over the last day.
public final class ShowCalls {
    private final CallBudget budget;

    public ShowCalls(CallBudget budget) {
        this.budget = budget;
    }

    /// Quarters of an hour, the oldest first; without those in which nothing was called.
    public List<CallBudget.Quarter> show(OrgId org) {
        return budget.day(org);
    }
}
