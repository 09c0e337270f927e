package io.turnout.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Ten thousand calendars in all zones of the JDK, around both changes of the clocks and at any
/// other time. What the planner says is read minute by minute by a judge that shares nothing with
/// it. A failure names its seed; run it again with `-Dturnout.seed=…`.
class NightsUnderChanceTest {
    private static final int CALENDARS = 10_000;
    private static final int ORGS = 500;

    @Test
    void no_org_is_switched_in_its_day_nor_near_a_sale_and_none_is_refused_that_need_not_be() {
        long seed = Long.getLong("turnout.seed", System.nanoTime());
        Calendars calendars = new Calendars(chance(seed));
        MinuteJudge judge = new MinuteJudge();

        for (int i = 0; i < CALENDARS; i++) {
            Instant now = calendars.now(i);
            OrgCalendar calendar = calendars.next(i, now);
            Window window = i % 2 == 0 ? Window.NIGHT : calendars.window();
            judge.nightIs(
                    window.opens().toSecondOfDay() / 60, window.closes().toSecondOfDay() / 60);
            judge.look(calendar, now, Planner.place(calendar, PlanningRule.USUAL.in(window), now));
        }

        System.out.printf("seed %d: %d zones, %s%n", seed, Calendars.ZONES.size(), judge);
        assertThat(judge.faults()).as("seed %d", seed).isEmpty();
        assertThat(judge.placed()).as("seed %d", seed).isGreaterThan(CALENDARS / 2);
        assertThat(judge.refused()).as("seed %d", seed).isPositive();
        assertThat(judge.clocksTurned()).as("seed %d", seed).isPositive();
    }

    @Test
    void five_hundred_orgs_are_planned_at_once() {
        long seed = Long.getLong("turnout.seed", System.nanoTime());
        Calendars calendars = new Calendars(chance(seed));
        Instant now = calendars.now(0);
        List<OrgCalendar> orgs = calendars.some(ORGS, now);
        List<ZoneId> zones = orgs.stream().map(OrgCalendar::zone).distinct().toList();

        long begun = System.nanoTime();
        List<Placement> placements =
                orgs.stream().map(org -> Planner.place(org, PlanningRule.USUAL, now)).toList();
        long millis = (System.nanoTime() - begun) / 1_000_000;

        System.out.printf(
                "seed %d: %d orgs in %d zones planned in %d ms%n",
                seed, ORGS, zones.size(), millis);
        assertThat(placements).hasSize(ORGS);
        assertThat(zones).hasSize(Math.min(ORGS, Calendars.ZONES.size()));
    }

    private static RandomGenerator chance(long seed) {
        return RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
    }
}
