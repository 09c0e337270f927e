package io.turnout.application.memory;

import io.turnout.application.scaling.InstanceScaling;
import io.turnout.application.scaling.ScalingPlans;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Floor;
import java.time.InstantSource;

/// Instances that are a number.
public final class MemoryInstanceScaling implements InstanceScaling {
    private final ScalingPlans plans;
    private final InstantSource clock;
    private int count;

    public MemoryInstanceScaling(ScalingPlans plans, InstantSource clock) {
        this.plans = plans;
        this.clock = clock;
        this.count = bounds().min();
    }

    private Bounds bounds() {
        return plans.plan().at(clock.instant());
    }

    private Answer<Fleet> fleet() {
        return new Answer.Done<>(new Fleet(count, count, bounds()));
    }

    @Override
    public synchronized Answer<Fleet> observe() {
        return fleet();
    }

    @Override
    public synchronized Answer<Fleet> scaleTo(int desired, Why why) {
        if (!bounds().allow(desired)) {
            return Answer.failed(new Failure.Refused(desired + " is outside " + bounds()));
        }
        count = desired;
        return fleet();
    }

    @Override
    public synchronized Answer<Fleet> bound(Bounds bounds, Why why) {
        var _ = plans.change(plan -> plan.within(bounds));
        count = Math.clamp(count, bounds().min(), bounds().max());
        return fleet();
    }

    @Override
    public synchronized Answer<Floor> scheduleFloor(Floor floor, Why why) {
        var _ = plans.change(plan -> plan.with(floor, clock.instant()));
        return new Answer.Done<>(floor);
    }

    @Override
    public synchronized Answer<Floor> dropFloor(Floor floor, Why why) {
        var _ = plans.change(plan -> plan.without(floor));
        return new Answer.Done<>(floor);
    }
}
