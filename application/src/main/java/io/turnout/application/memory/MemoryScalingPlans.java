package io.turnout.application.memory;

import io.turnout.application.scaling.ScalingPlans;
import io.turnout.domain.scaling.ScalingPlan;
import java.util.function.UnaryOperator;

/// A plan that is gone with the process.
public final class MemoryScalingPlans implements ScalingPlans {
    private ScalingPlan plan;

    public MemoryScalingPlans(ScalingPlan first) {
        this.plan = first;
    }

    @Override
    public synchronized ScalingPlan plan() {
        return plan;
    }

    @Override
    public synchronized ScalingPlan change(UnaryOperator<ScalingPlan> change) {
        plan = change.apply(plan);
        return plan;
    }
}
