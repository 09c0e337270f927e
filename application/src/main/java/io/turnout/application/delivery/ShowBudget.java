package io.turnout.application.delivery;

import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.Spending;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How an org's calls stand, and how long what it is owed will take to leave with them.
public final class ShowBudget {
    private static final int LANES = 100;

    private final CallBudget budget;
    private final Outbox outbox;
    private final BudgetRule rule;
    private final BatchRule batches;

    public ShowBudget(CallBudget budget, Outbox outbox, BudgetRule rule, BatchRule batches) {
        this.budget = budget;
        this.outbox = outbox;
        this.rule = rule;
        this.batches = batches;
    }

    public View show(OrgId org) {
        Spending spending = budget.look(org);
        List<Outbox.LaneView> lanes = outbox.lanes(org, LANES);
        long waiting = lanes.stream().mapToLong(Outbox.LaneView::waiting).sum();
        Duration pace = rule.pace(spending, batches.pace());
        return new View(
                spending,
                rule.limit(spending),
                rule.left(spending),
                pace,
                waiting,
                rule.drainTime(spending, waiting, batches.pace()));
    }

    /// `limit` and `left` are ours; `drains` is empty when what waits does not fit into what is
    /// left, so that some of it leaves when older calls leave the window.
    public record View(
            Spending spending,
            long limit,
            long left,
            Duration pace,
            long waiting,
            Optional<Duration> drains) {}
}
