package io.turnout.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The coordinator itself, in a hundred thousand orders of what may happen around it. A seed that
/// fails is printed, and fails again.
class MoveSimulationTest {
    private static final int SCHEDULES = Integer.getInteger("schedules", 100_000);

    @Test
    void nothing_that_was_acknowledged_is_missing_whatever_comes_between() {
        long switched = 0;
        long killed = 0;
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Simulation simulation = new Simulation(seed, Optional.empty());
            run(simulation, seed);
            switched += simulation.switched;
            killed += simulation.killed;
        }

        System.out.printf(
                "%d schedules: %d moves, %d movers killed, nothing lost%n",
                SCHEDULES, switched, killed);
        assertThat(switched).isGreaterThan(SCHEDULES / 2);
        assertThat(killed).isGreaterThan(SCHEDULES / 10);
    }

    private static void run(Simulation simulation, int seed) {
        try {
            simulation.run();
        } catch (Simulation.Broken broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void each_mistake_is_found(Fault fault) {
        assertThatThrownBy(
                        () -> {
                            for (int seed = 0; seed < SCHEDULES; seed++) {
                                run(new Simulation(seed, Optional.of(fault)), seed);
                            }
                        })
                .isInstanceOf(AssertionError.class)
                .satisfies(found -> System.out.println(fault + ": " + found.getMessage()));
    }
}
