package io.turnout.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Thousands of random intents folded over one standing. A failure names its seed; run it again
/// with `-Dturnout.seed=…`.
class RulesUnderChanceTest {
    private static final int WORLDS = 20;
    private static final int INTENTS = 300;

    @Test
    void whatever_happens_the_counts_are_exact_and_nobody_is_let_into_a_full_room() {
        long first = Long.getLong("turnout.seed", System.nanoTime());
        for (long seed = first; seed < first + WORLDS; seed++) {
            live(seed);
        }
    }

    private static void live(long seed) {
        RandomGenerator chance =
                RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
        World world = new World(chance);
        for (int i = 0; i < INTENTS; i++) {
            String what = world.step();
            assertThat(world.faults()).as("seed %d, intent %d: %s", seed, i, what).isEmpty();
        }
        assertThat(world.admitted()).as("seed %d admitted somebody", seed).isPositive();
    }
}
