package io.turnout.domain.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.scaling.ScalingRule.Ruling;
import io.turnout.domain.scaling.ScalingRule.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScalingRuleTest {
    private static final Instant NOON = Instant.parse("2030-03-11T12:00:00Z");
    private static final ScalingRule RULE = ScalingRule.USUAL;
    private static final Bounds ONE_TO_TEN = new Bounds(1, 10);
    private static final int TRIES = 20_000;

    /// So many requests at once, of 20 that each instance is to bear, on `instances` of them.
    private static Load requests(int instances, double inFlight) {
        return new Load(instances, inFlight, 0, 0, 0, 0);
    }

    private static Ruling decided(int have, Load load, Pace pace, Instant now) {
        return RULE.decide(new Standing(new Fleet(have, have, ONE_TO_TEN), load, pace, now));
    }

    private static Decision decided(int have, Load load) {
        return decided(have, load, Pace.FRESH, NOON).decision();
    }

    @Test
    void as_many_are_started_at_once_as_the_load_is_worth() {
        assertThat(decided(2, requests(2, 60))).satisfies(to(3, Cause.REQUESTS));
        assertThat(decided(2, requests(2, 60.1))).satisfies(to(4, Cause.REQUESTS));
        assertThat(decided(2, new Load(2, 0, 601, 0, 0, 0))).satisfies(to(4, Cause.QUEUE));
        assertThat(decided(2, new Load(2, 0, 0, 1.7, 0, 0))).satisfies(to(3, Cause.CPU));
        assertThat(decided(2, new Load(2, 0, 0, 0, 1_400, 0))).satisfies(to(3, Cause.DELIVERY));
    }

    private static java.util.function.Consumer<Decision> to(int wanted, Cause cause) {
        return decision -> {
            assertThat(decision.to()).isEqualTo(wanted);
            assertThat(decision.cause()).isEqualTo(cause);
        };
    }

    @Test
    void never_more_than_twice_as_many_and_never_above_the_ceiling() {
        assertThat(decided(2, requests(2, 4_000))).satisfies(to(4, Cause.REQUESTS));
        assertThat(decided(8, requests(8, 4_000))).satisfies(to(10, Cause.REQUESTS));
        assertThat(decided(10, requests(10, 4_000))).satisfies(to(10, Cause.AT_MOST));
    }

    @Test
    void others_are_started_only_when_those_before_had_time_to_begin() {
        Pace pace = new Pace(NOON, Instant.EPOCH, Optional.empty());
        Load load = requests(2, 4_000);

        assertThat(decided(4, load, pace, NOON.plus(RULE.out()).minusMillis(1)).decision())
                .satisfies(to(4, Cause.COOLING));
        assertThat(decided(4, load, pace, NOON.plus(RULE.out())).decision())
                .satisfies(to(8, Cause.REQUESTS));
    }

    @Test
    void fewer_run_only_after_it_was_quiet_for_long_and_one_after_the_other() {
        Ruling first = decided(4, requests(4, 10), Pace.FRESH, NOON);
        Instant over = NOON.plus(RULE.in());
        Ruling early = decided(4, requests(4, 10), first.pace(), over.minusMillis(1));
        Ruling late = decided(4, requests(4, 10), early.pace(), over);
        Ruling next = decided(3, requests(3, 10), late.pace(), over.plusSeconds(1));

        assertThat(first.decision()).satisfies(to(4, Cause.WATCHING));
        assertThat(early.decision()).satisfies(to(4, Cause.WATCHING));
        assertThat(late.decision()).satisfies(to(3, Cause.QUIET));
        assertThat(next.decision()).satisfies(to(3, Cause.WATCHING));
        assertThat(decided(3, requests(3, 10), next.pace(), over.plus(RULE.in())).decision())
                .satisfies(to(2, Cause.QUIET));
    }

    @Test
    void one_busy_look_begins_the_quiet_anew() {
        Pace quiet = decided(4, requests(4, 10), Pace.FRESH, NOON).pace();
        Pace busy = decided(4, requests(4, 79), quiet, NOON.plusSeconds(10)).pace();

        assertThat(decided(4, requests(4, 10), busy, NOON.plus(RULE.in())).decision())
                .satisfies(to(4, Cause.WATCHING));
    }

    /// Four bear 80; three bear 60, and 48 with a quarter to spare.
    @Test
    void between_enough_and_too_many_nothing_happens() {
        Pace calm = new Pace(Instant.EPOCH, Instant.EPOCH, Optional.of(NOON.minusSeconds(900)));

        assertThat(decided(4, requests(4, 80), calm, NOON).decision())
                .satisfies(to(4, Cause.STEADY));
        assertThat(decided(4, requests(4, 48.1), calm, NOON).decision())
                .satisfies(to(4, Cause.STEADY));
        assertThat(decided(4, requests(4, 48), calm, NOON).decision())
                .satisfies(to(3, Cause.QUIET));
    }

    @Test
    void nobody_is_stopped_while_somebody_is_silent() {
        Pace calm = new Pace(Instant.EPOCH, Instant.EPOCH, Optional.of(NOON.minusSeconds(900)));

        assertThat(decided(4, requests(3, 1), calm, NOON).decision())
                .satisfies(to(4, Cause.SILENT));
        assertThat(decided(4, requests(0, 0), calm, NOON).decision())
                .satisfies(to(4, Cause.SILENT));
    }

    @Test
    void rows_that_wait_for_calls_start_nobody() {
        Load load = new Load(2, 0, 0, 0, 900, 9_000);

        assertThat(decided(2, load)).satisfies(to(2, Cause.BUDGET));
        assertThat(decided(2, load).told()).startsWith("9000 rows wait");
    }

    @Test
    void a_floor_is_obeyed_at_once_and_a_ceiling_too() {
        Pace cooling = new Pace(NOON, NOON, Optional.empty());
        Fleet low = new Fleet(1, 1, new Bounds(5, 10));
        Fleet high = new Fleet(9, 9, new Bounds(1, 3));

        assertThat(RULE.decide(new Standing(low, requests(1, 0), cooling, NOON)).decision())
                .satisfies(to(5, Cause.FLOOR));
        assertThat(RULE.decide(new Standing(high, requests(9, 900), cooling, NOON)).decision())
                .satisfies(to(3, Cause.CEILING));
    }

    private static Load load(Random random, int instances) {
        return new Load(
                instances,
                random.nextInt(600) * random.nextDouble(),
                random.nextInt(5_000),
                random.nextInt(10) * random.nextDouble(),
                random.nextInt(4_000),
                random.nextInt(9_000));
    }

    private static Standing standing(Random random) {
        int min = random.nextInt(6);
        Bounds bounds = new Bounds(min, min + random.nextInt(30));
        int have = random.nextInt(40);
        int running = random.nextInt(have + 1);
        Pace pace =
                new Pace(
                        NOON.minusSeconds(random.nextInt(900)),
                        NOON.minusSeconds(random.nextInt(900)),
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(NOON.minusSeconds(random.nextInt(900))));
        return new Standing(
                new Fleet(have, running, bounds), load(random, random.nextInt(41)), pace, NOON);
    }

    @Test
    void nothing_that_can_be_leads_outside_the_bounds_or_past_a_pause() {
        Random random = new Random(20260311);
        for (int tried = 0; tried < TRIES; tried++) {
            Standing at = standing(random);
            Bounds bounds = at.fleet().bounds();
            int have = at.fleet().desired();

            Ruling ruling = RULE.decide(at);

            assertThat(bounds.allow(ruling.decision().to())).as("%s", at).isTrue();
            if (bounds.allow(have) && ruling.decision().to() > have) {
                assertThat(at.pace().outAt()).isBeforeOrEqualTo(NOON.minus(RULE.out()));
                assertThat(ruling.pace().outAt()).isEqualTo(NOON);
            }
            if (bounds.allow(have) && ruling.decision().to() < have) {
                Instant due = NOON.minus(RULE.in());
                assertThat(at.pace().outAt()).isBeforeOrEqualTo(due);
                assertThat(at.pace().inAt()).isBeforeOrEqualTo(due);
                assertThat(at.pace().quietSince().orElseThrow()).isBeforeOrEqualTo(due);
                assertThat(ruling.pace().inAt()).isEqualTo(NOON);
            }
        }
    }

    @Test
    void more_load_never_leads_to_fewer_instances() {
        Random random = new Random(1103);
        for (int tried = 0; tried < TRIES; tried++) {
            Standing less = standing(random);
            Load at = less.load();
            Load plus = load(random, 0);
            Load both =
                    new Load(
                            at.instances(),
                            at.inFlight() + plus.inFlight(),
                            at.queued() + plus.queued(),
                            at.cpu() + plus.cpu(),
                            at.owed() + plus.owed(),
                            at.heldBack() + plus.heldBack());
            Standing more = new Standing(less.fleet(), both, less.pace(), less.now());

            assertThat(RULE.decide(more).decision().to())
                    .as("%s and %s", less, plus)
                    .isGreaterThanOrEqualTo(RULE.decide(less).decision().to());
        }
    }

    @Test
    void what_waits_for_calls_changes_no_number() {
        Random random = new Random(23);
        for (int tried = 0; tried < TRIES; tried++) {
            Standing at = standing(random);
            Load load = at.load();
            Load spent =
                    new Load(
                            load.instances(),
                            load.inFlight(),
                            load.queued(),
                            load.cpu(),
                            load.owed(),
                            load.heldBack() + 1 + random.nextInt(100_000));

            assertThat(
                            RULE.decide(new Standing(at.fleet(), spent, at.pace(), NOON))
                                    .decision()
                                    .to())
                    .isEqualTo(RULE.decide(at).decision().to());
        }
    }

    @Test
    void a_constant_load_is_answered_once_and_never_taken_back() {
        Random random = new Random(7);
        for (int tried = 0; tried < 300; tried++) {
            int have = 1 + random.nextInt(10);
            boolean up = false;
            boolean down = false;
            double inFlight = random.nextInt(200) * random.nextDouble();
            Pace pace = Pace.FRESH;
            Instant now = NOON;
            for (int look = 0; look < 500; look++) {
                Ruling ruling = decided(have, requests(have, inFlight), pace, now);
                up |= ruling.decision().to() > have;
                down |= ruling.decision().to() < have;
                have = ruling.decision().to();
                pace = ruling.pace();
                now = now.plus(Duration.ofSeconds(10));
            }
            assertThat(up && down).as("%s requests at once", inFlight).isFalse();
            assertThat(have).isBetween((int) Math.max(1, Math.ceil(inFlight / 20)), 10);
            assertThat(have).isLessThanOrEqualTo((int) Math.max(1, Math.ceil(inFlight / 16)));
        }
    }
}
