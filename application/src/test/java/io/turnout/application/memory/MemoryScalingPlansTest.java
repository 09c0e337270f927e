package io.turnout.application.memory;

import io.turnout.application.scaling.ScalingPlans;
import io.turnout.application.scaling.ScalingPlansContract;

class MemoryScalingPlansTest extends ScalingPlansContract {
    private final ScalingPlans plans = new MemoryScalingPlans(FIRST);

    @Override
    protected ScalingPlans plans() {
        return plans;
    }
}
