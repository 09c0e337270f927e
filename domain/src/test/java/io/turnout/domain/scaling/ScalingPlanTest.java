package io.turnout.domain.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingPlanTest {
    private static final Instant NOON = Instant.parse("2030-03-11T12:00:00Z");
    private static final Floor SALE = new Floor(NOON, NOON.plusSeconds(3600), 4);
    private static final Floor LATER = new Floor(NOON.plusSeconds(60), NOON.plusSeconds(3600), 3);
    private static final ScalingPlan PLAN = new ScalingPlan(new Bounds(1, 6), List.of(SALE, LATER));

    @Test
    void a_floor_that_was_dropped_raises_nothing_and_is_not_raised_again_by_itself() {
        ScalingPlan without = PLAN.without(SALE);

        assertThat(without.standing()).containsExactly(LATER);
        assertThat(without.at(NOON)).isEqualTo(new Bounds(1, 6));
        assertThat(without.at(NOON.plusSeconds(60))).isEqualTo(new Bounds(3, 6));
        assertThat(without.knows(SALE)).isTrue();
        assertThat(without.knows(LATER)).isTrue();
        assertThat(without.knows(new Floor(NOON, NOON.plusSeconds(3601), 4))).isFalse();
        assertThat(without.without(SALE)).isEqualTo(without);
        assertThat(without.with(SALE, NOON).standing()).containsExactly(LATER, SALE);
    }

    @Test
    void what_was_dropped_is_forgotten_when_it_would_be_over() {
        ScalingPlan without = PLAN.without(SALE);

        assertThat(without.with(LATER, NOON.plusSeconds(3600)).floors()).containsExactly(LATER);
        assertThat(PLAN.without(new Floor(NOON, NOON.plusSeconds(1), 2))).isEqualTo(PLAN);
    }
}
