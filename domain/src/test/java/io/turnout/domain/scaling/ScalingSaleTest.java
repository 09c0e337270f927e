package io.turnout.domain.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.scaling.ScalingRule.Ruling;
import io.turnout.domain.scaling.ScalingRule.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A sale, second by second, with a seed: one registration a second, then fifty, then one again.
/// Each instance decides eight a second and begins half a minute after it was asked for; what they
/// do not decide waits.
class ScalingSaleTest {
    private static final Instant NOON = Instant.parse("2030-03-11T12:00:00Z");
    private static final Bounds BOUNDS = new Bounds(1, 12);
    private static final ScalingRule RULE =
            new ScalingRule(
                    new Targets(20, 100, 0.7, 500),
                    Duration.ofSeconds(40),
                    Duration.ofSeconds(120),
                    0.25);
    private static final int EACH = 8;
    private static final int BEGINS = 30;
    private static final int LOOK = 10;
    private static final int SALE = 300;
    private static final int OVER = 1_200;
    private static final int END = 4_000;

    private final Random random = new Random(11);
    private final List<Integer> wanted = new ArrayList<>();
    private final List<Integer> begins = new ArrayList<>();
    private Pace pace = Pace.FRESH;
    private double waiting;
    private double worst;
    private double handled;

    private int running(int second) {
        return (int) begins.stream().filter(at -> at <= second).count();
    }

    private void pass(int second, Bounds bounds) {
        double rate = second >= SALE && second < OVER ? 50 : 1;
        double come = rate * (0.8 + 0.4 * random.nextDouble());
        double could = EACH * Math.max(1, running(second));
        handled = Math.min(could, waiting + come);
        waiting += come - handled;
        worst = Math.max(worst, waiting);
        if (second % LOOK == 0) {
            look(second, bounds);
        }
    }

    private void look(int second, Bounds bounds) {
        int have = begins.size();
        Load load = new Load(running(second), handled / 4, (long) waiting, handled / EACH, 0, 0);
        Ruling ruling =
                RULE.decide(
                        new Standing(
                                new Fleet(have, running(second), bounds),
                                load,
                                pace,
                                NOON.plusSeconds(second)));
        pace = ruling.pace();
        while (begins.size() > ruling.decision().to()) {
            var _ = begins.removeLast();
        }
        while (begins.size() < ruling.decision().to()) {
            begins.add(second + BEGINS);
        }
        wanted.add(begins.size());
    }

    private int wantedAt(int second) {
        return wanted.get(second / LOOK);
    }

    private void run(List<Floor> floors) {
        begins.add(0);
        ScalingPlan plan = new ScalingPlan(BOUNDS, floors);
        for (int second = 0; second < END; second++) {
            pass(second, plan.at(NOON.plusSeconds(second)));
        }
    }

    /// How often it turned from more to fewer, or back.
    private long turns() {
        int last = 1;
        int way = 0;
        long turns = 0;
        for (int one : wanted) {
            int next = Integer.signum(one - last);
            turns += next != 0 && way != 0 && next != way ? 1 : 0;
            way = next == 0 ? way : next;
            last = one;
        }
        return turns;
    }

    @Test
    void instances_come_with_the_sale_and_go_slowly_after_it() {
        run(List.of());

        assertThat(wantedAt(SALE - 1)).isEqualTo(1);
        assertThat(wantedAt(SALE + 150)).isGreaterThanOrEqualTo(8);
        assertThat(wantedAt(OVER + 100)).isGreaterThanOrEqualTo(8);
        assertThat(wanted.getLast()).isEqualTo(1);
        assertThat(turns()).isEqualTo(1);
        assertThat(waiting).isZero();
        assertThat(wanted).allMatch(BOUNDS::allow);
    }

    @Test
    void a_floor_ahead_of_the_sale_lets_nobody_wait() {
        Instant sale = NOON.plusSeconds(SALE);
        run(List.of(new Prewarm(9, Duration.ofMinutes(2), Duration.ofMinutes(5)).before(sale)));

        assertThat(wantedAt(SALE - 121)).isEqualTo(1);
        assertThat(wantedAt(SALE - 120)).isEqualTo(9);
        assertThat(worst).isLessThan(EACH);
        assertThat(wanted.getLast()).isEqualTo(1);
        assertThat(turns()).isEqualTo(1);
    }
}
