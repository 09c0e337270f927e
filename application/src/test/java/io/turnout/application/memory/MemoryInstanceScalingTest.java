package io.turnout.application.memory;

import io.turnout.application.scaling.InstanceScaling;
import io.turnout.application.scaling.InstanceScalingContract;
import io.turnout.domain.scaling.ScalingPlan;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

class MemoryInstanceScalingTest extends InstanceScalingContract {
    private final InstanceScaling scaling =
            new MemoryInstanceScaling(
                    new MemoryScalingPlans(new ScalingPlan(FIRST, List.of())),
                    InstantSource.system());

    @Override
    protected InstanceScaling scaling() {
        return scaling;
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of();
    }

    @Override
    protected void strike(Fault fault) {}

    @Override
    protected void heal() {}
}
