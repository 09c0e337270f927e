package io.turnout.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The coordinator itself, in a hundred thousand orders of what may happen around it. A seed that
/// fails is printed, and fails again.
class MoveSimulationTest {
    /// Whoever waits for a turn lets another schedule go on, on the same processor.
    private static final int LANES = 64;
    private static final int SCHEDULES = Integer.getInteger("schedules", 100_000);

    @Test
    void nothing_that_was_acknowledged_is_missing_whatever_comes_between() {
        LongAdder switched = new LongAdder();
        LongAdder killed = new LongAdder();
        Queue<AssertionError> broken = new ConcurrentLinkedQueue<>();
        try (ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int lane = 0; lane < LANES; lane++) {
                int first = lane;
                var _ =
                        runs.submit(
                                () -> {
                                    for (int seed = first;
                                            seed < SCHEDULES && broken.isEmpty();
                                            seed += LANES) {
                                        Simulation one = new Simulation(seed, Optional.empty());
                                        look(one, seed, broken);
                                        switched.add(one.switched);
                                        killed.add(one.killed);
                                    }
                                });
            }
        }
        assertThat(broken).isEmpty();

        System.out.printf(
                "%d schedules: %d moves, %d movers killed, nothing lost%n",
                SCHEDULES, switched.sum(), killed.sum());
        assertThat(switched.sum()).isGreaterThan(SCHEDULES / 2);
        assertThat(killed.sum()).isGreaterThan(SCHEDULES / 10);
    }

    private static void look(Simulation simulation, int seed, Queue<AssertionError> broken) {
        try {
            run(simulation, seed);
        } catch (AssertionError found) {
            broken.add(found);
        }
    }

    private static void run(Simulation simulation, int seed) {
        try {
            simulation.run();
        } catch (AssertionError broken) {
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
