package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.delivery.ShowBudget;
import io.turnout.domain.delivery.CallUsage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An org's calls of the last 24 hours: ours, everybody's, and how long what waits takes to leave.
/// Without `drainsInSeconds` it does not fit into what is left today.
public record BudgetView(
        long ours,
        long limit,
        long left,
        @Nullable Long everybody,
        @Nullable Long max,
        @Nullable String heardAt,
        double paceSeconds,
        long waiting,
        @Nullable Long drainsInSeconds)
        implements View {
    private static final double MILLIS = 1_000;

    public static BudgetView of(ShowBudget.View budget) {
        var everybody = budget.spending().everybody();
        return new BudgetView(
                budget.spending().ours(),
                budget.limit(),
                budget.left(),
                everybody.map(CallUsage::used).orElse(null),
                everybody.map(CallUsage::max).orElse(null),
                everybody.map(usage -> usage.at().toString()).orElse(null),
                budget.pace().toMillis() / MILLIS,
                budget.waiting(),
                budget.drains().map(Duration::toSeconds).orElse(null));
    }
}
