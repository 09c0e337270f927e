package io.turnout.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final OrgId ACME = new OrgId("00DTURNOUT0000125A");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    private static final Instant TONIGHT = Instant.parse("2027-01-16T01:00:00Z");

    private static OrgCalendar calendar(
            Traffic traffic, List<Instant> sales, List<Span> events, List<Freeze> freezes) {
        return new OrgCalendar(ACME, LONDON, traffic, sales, events, freezes);
    }

    private static Placement place(OrgCalendar calendar, Instant now) {
        return Planner.place(calendar, PlanningRule.USUAL, now);
    }

    private static Placement.Placed placed(OrgCalendar calendar, Instant now) {
        assertThat(place(calendar, now)).isInstanceOf(Placement.Placed.class);
        return (Placement.Placed) place(calendar, now);
    }

    private static OrgCalendar free() {
        return calendar(Traffic.NONE, List.of(), List.of(), List.of());
    }

    /// Ten in every hour but in those named.
    private static Traffic traffic(int hour, long count, int other, long otherCount) {
        List<Long> hours = new ArrayList<>(Collections.nCopies(24, 10L));
        hours.set(hour, count);
        hours.set(other, otherCount);
        return new Traffic(hours);
    }

    @Test
    void an_org_without_trouble_is_switched_at_the_beginning_of_its_next_night() {
        Placement.Placed tonight = placed(free(), NOON);

        assertThat(tonight.at()).isEqualTo(new Span(TONIGHT, TONIGHT.plus(Duration.ofHours(1))));
        assertThat(tonight.passed()).isEmpty();
    }

    @Test
    void whoever_asks_in_the_night_is_told_now_until_its_last_minute() {
        Instant last = Instant.parse("2027-01-16T04:58:59.999Z");

        assertThat(placed(free(), last).at().from()).isEqualTo(last);
        assertThat(placed(free(), last.plusMillis(1)).at().from())
                .isEqualTo(TONIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void the_quietest_hour_is_chosen() {
        OrgCalendar calendar = calendar(traffic(3, 2, 1, 5), List.of(), List.of(), List.of());

        assertThat(placed(calendar, NOON).at().from())
                .isEqualTo(Instant.parse("2027-01-16T03:00:00Z"));
    }

    @Test
    void an_hour_in_which_many_come_is_no_night() {
        List<Long> hours = new ArrayList<>(Collections.nCopies(24, 1L));
        hours.subList(1, 5).replaceAll(_ -> 50L);
        OrgCalendar calendar = calendar(new Traffic(hours), List.of(), List.of(), List.of());

        assertThat(place(calendar, NOON))
                .isInstanceOfSatisfying(
                        Placement.Refused.class,
                        refused -> {
                            assertThat(refused.nights()).hasSize(14);
                            assertThat(refused.nights().getFirst().obstacles())
                                    .hasSize(4)
                                    .contains(new Obstacle.Busy(1, 50 / 220.0));
                        });
    }

    @Test
    void an_hour_ends_where_the_clock_is_turned_into_a_busy_one() {
        ZoneId chatham = ZoneId.of("Pacific/Chatham");
        Traffic busyAtThree = traffic(2, 1, 3, 200);
        OrgCalendar calendar =
                new OrgCalendar(ACME, chatham, busyAtThree, List.of(), List.of(), List.of());

        Span at = placed(calendar, Instant.parse("2027-09-25T10:00:00Z")).at();

        assertThat(at)
                .isEqualTo(
                        new Span(
                                Instant.parse("2027-09-25T13:15:00Z"),
                                Instant.parse("2027-09-25T14:00:00Z")));
    }

    @Test
    void a_sale_that_starts_within_a_day_is_waited_for_and_a_day_after_it() {
        Instant sale = TONIGHT.plus(Duration.ofHours(24));
        OrgCalendar calendar = calendar(Traffic.NONE, List.of(sale), List.of(), List.of());

        Placement.Placed later = placed(calendar, NOON);

        assertThat(later.at().from()).isAfter(sale.plus(Duration.ofHours(24)));
        assertThat(later.passed())
                .extracting(Night::obstacles)
                .containsExactly(
                        List.of(new Obstacle.OnSale(sale)), List.of(new Obstacle.OnSale(sale)));
    }

    @Test
    void a_sale_a_day_and_a_little_away_hinders_nothing() {
        Instant sale = TONIGHT.plus(Duration.ofHours(28));
        OrgCalendar calendar = calendar(Traffic.NONE, List.of(sale), List.of(), List.of());

        assertThat(placed(calendar, NOON).at().from()).isEqualTo(TONIGHT);
    }

    @Test
    void nothing_is_switched_while_an_event_takes_place() {
        Span event = new Span(NOON, TONIGHT.plus(Duration.ofHours(2)));
        OrgCalendar calendar = calendar(Traffic.NONE, List.of(), List.of(event), List.of());

        assertThat(placed(calendar, NOON).at().from()).isEqualTo(event.to());
    }

    @Test
    void an_org_that_is_frozen_for_weeks_is_refused_and_told_why() {
        Span weeks = new Span(NOON, NOON.plus(Duration.ofDays(30)));
        OrgCalendar calendar =
                calendar(
                        Traffic.NONE, List.of(), List.of(), List.of(new Freeze(weeks, "year end")));

        assertThat(place(calendar, NOON))
                .isInstanceOfSatisfying(
                        Placement.Refused.class,
                        refused ->
                                assertThat(refused.nights())
                                        .hasSize(14)
                                        .allSatisfy(
                                                night ->
                                                        assertThat(night.obstacles())
                                                                .containsExactly(
                                                                        new Obstacle.Frozen(
                                                                                weeks,
                                                                                "year end"))));
    }
}
