package io.turnout.application.scaling;

import io.turnout.domain.scaling.ScalingPlan;
import java.util.function.UnaryOperator;

/// The bounds and floors of this stack, for clouds that keep none.
public interface ScalingPlans {
    ScalingPlan plan();

    /// Keeps what `change` makes of the plan, and answers it; changes come one after another.
    ScalingPlan change(UnaryOperator<ScalingPlan> change);
}
