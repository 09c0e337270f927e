package io.turnout.application.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Floor;
import io.turnout.domain.scaling.ScalingPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every place for a plan promises. Each test begins with `FIRST`, which nobody has changed.
public abstract class ScalingPlansContract {
    protected static final ScalingPlan FIRST = new ScalingPlan(new Bounds(1, 4), List.of());

    private static final Instant NOON = Instant.parse("2030-03-11T12:00:00.123456Z");
    private static final Bounds TWO_TO_NINE = new Bounds(2, 9);

    /// As an instance sees it: another one each time.
    protected abstract ScalingPlans plans();

    private static Floor floor(int hours) {
        return new Floor(NOON, NOON.plusSeconds(3600L * hours), 3);
    }

    @Test
    void what_nobody_changed_is_what_the_settings_say() {
        assertThat(plans().plan()).isEqualTo(FIRST);
    }

    @Test
    void what_one_changed_all_go_by() {
        ScalingPlan changed =
                plans().change(plan -> plan.within(TWO_TO_NINE).with(floor(1), Instant.MIN));

        assertThat(changed).isEqualTo(new ScalingPlan(TWO_TO_NINE, List.of(floor(1))));
        assertThat(plans().plan()).isEqualTo(changed);
        assertThat(plans().change(plan -> plan.within(FIRST.bounds())))
                .isEqualTo(new ScalingPlan(FIRST.bounds(), List.of(floor(1))));
    }

    /// The first change of all has no row yet that could be locked.
    @Test
    void of_two_that_change_at_once_neither_is_lost() throws Exception {
        int times = 20;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<ScalingPlan>> racers = new ArrayList<>();
            for (int hours = 1; hours <= times; hours++) {
                Floor floor = floor(hours);
                racers.add(() -> plans().change(plan -> plan.with(floor, Instant.MIN)));
            }
            for (Future<ScalingPlan> one : both.invokeAll(racers)) {
                assertThat(one.get().floors()).isNotEmpty();
            }
        }

        assertThat(plans().plan().floors()).hasSize(times);
    }
}
