package io.turnout.adapters.machine;

import io.turnout.adapters.machine.Roll.Instance;
import io.turnout.application.scaling.InstanceScaling;
import io.turnout.application.scaling.ScalingPlans;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Floor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Starts and stops processes on this machine. Which ones run stands in a file, so whoever decides
/// may be another process than the one that started them. A running one is one that is ready; what
/// is stopped is told to, drains, and is killed only when that takes too long.
public final class ProcessInstanceScaling implements InstanceScaling {
    private final Launcher launcher;
    private final RollFile file;
    private final ScalingPlans plans;
    private final InstantSource clock;

    public ProcessInstanceScaling(Launcher launcher, ScalingPlans plans, InstantSource clock) {
        this.launcher = launcher;
        this.file = new RollFile(launcher.folder().resolve("instances.json"));
        this.plans = plans;
        this.clock = clock;
    }

    private Bounds bounds() {
        return plans.plan().at(clock.instant());
    }

    private interface Work {
        Roll on(Roll now) throws IOException;
    }

    private Answer<Fleet> locked(Work work) {
        try {
            return new Answer.Done<>(
                    fleet(file.change(roll -> work.on(roll.without(launcher::isGone)))));
        } catch (IOException away) {
            return Answer.failed(new Failure.Unreachable(String.valueOf(away.getMessage())));
        }
    }

    /// The plan may be as far away as the roll.
    private static <T> Answer<T> planned(Supplier<Answer<T>> work) {
        try {
            return work.get();
        } catch (UncheckedIOException away) {
            return Answer.failed(new Failure.Unreachable(String.valueOf(away.getMessage())));
        }
    }

    private Fleet fleet(Roll roll) {
        int ready = (int) roll.instances().stream().filter(launcher::isReady).count();
        return new Fleet(roll.desired(), ready, bounds());
    }

    @Override
    public Answer<Fleet> observe() {
        return planned(() -> locked(roll -> roll));
    }

    /// Also starts what has died since, when as many are wanted as before.
    @Override
    public Answer<Fleet> scaleTo(int desired, Why why) {
        return planned(
                () ->
                        bounds().allow(desired)
                                ? locked(roll -> scaled(roll, desired))
                                : Answer.failed(
                                        new Failure.Refused(desired + " is outside " + bounds())));
    }

    /// The youngest go first: they know least.
    private Roll scaled(Roll roll, int desired) throws IOException {
        List<Instance> all = new ArrayList<>(roll.instances());
        while (all.size() > desired) {
            launcher.stop(all.removeLast());
        }
        while (all.size() < desired) {
            all.add(launcher.start());
        }
        return new Roll(desired, all);
    }

    @Override
    public Answer<Fleet> bound(Bounds bounds, Why why) {
        return planned(
                () -> {
                    Bounds now = plans.change(plan -> plan.within(bounds)).at(clock.instant());
                    return locked(
                            roll -> scaled(roll, Math.clamp(roll.desired(), now.min(), now.max())));
                });
    }

    @Override
    public Answer<Floor> scheduleFloor(Floor floor, Why why) {
        return planned(
                () -> {
                    var _ = plans.change(plan -> plan.with(floor, clock.instant()));
                    return new Answer.Done<>(floor);
                });
    }

    @Override
    public Answer<Floor> dropFloor(Floor floor, Why why) {
        return planned(
                () -> {
                    var _ = plans.change(plan -> plan.without(floor));
                    return new Answer.Done<>(floor);
                });
    }
}
