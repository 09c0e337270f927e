package io.turnout.adapters.heroku;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.MemoryScalingPlans;
import io.turnout.application.scaling.InstanceScaling;
import io.turnout.application.scaling.InstanceScalingContract;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.ScalingPlan;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HerokuInstanceScalingTest extends InstanceScalingContract {
    private final HerokuFake heroku = new HerokuFake();
    private final InstanceScaling scaling =
            new HerokuInstanceScaling(
                    Trial.api(heroku),
                    "web",
                    new MemoryScalingPlans(new ScalingPlan(FIRST, List.of())),
                    InstantSource.system());

    @AfterEach
    void close() {
        heroku.close();
    }

    @Override
    protected InstanceScaling scaling() {
        return scaling;
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.values());
    }

    @Override
    protected void strike(Fault fault) {
        heroku.fault = fault;
    }

    @Override
    protected void heal() {
        heroku.fault = null;
    }

    @Test
    void only_dynos_that_serve_are_counted() {
        assertThat(done(scaling.scaleTo(3, WHY))).isEqualTo(new Fleet(3, 3, FIRST));
    }
}
