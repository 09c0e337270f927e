package io.turnout.adapters.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.rollout.ShowCalendar;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.Placement;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarGridTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2027-01-15T12:34:56Z");

    private static OrgProfile profile(ZoneId zone) {
        return new OrgProfile(
                Ids.org(),
                OrgProfile.Kind.CUSTOMER,
                Optional.of(zone),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static CalendarGrid grid(Placement... placements) {
        List<ShowCalendar.Slot> slots =
                List.of(placements).stream()
                        .map(one -> new ShowCalendar.Slot(new PlanId(UUID.randomUUID()), 0, one))
                        .toList();
        return CalendarGrid.of(
                new ShowCalendar.Calendar(slots, List.of()),
                List.of(profile(SYDNEY), profile(LONDON), profile(LONDON)),
                NOW);
    }

    private static Placement placed(OrgId org, String from, String to) {
        Span at = new Span(Instant.parse(from), Instant.parse(to));
        return new Placement.Placed(org, SYDNEY, at, 0.01, List.of());
    }

    @Test
    void each_zone_has_a_row_in_which_its_own_clock_is_shown_from_west_to_east() {
        CalendarGrid grid = grid();

        assertThat(grid.hours()).hasSize(24).startsWith(12, 13).endsWith(10, 11);
        assertThat(grid.rows())
                .extracting(CalendarGrid.Row::zone)
                .containsExactly("Europe/London", "Australia/Sydney");
        List<CalendarGrid.Cell> sydney = grid.rows().getLast().cells();
        assertThat(sydney).extracting(CalendarGrid.Cell::local).startsWith(23, 0, 1, 2, 3, 4, 5);
        assertThat(sydney)
                .extracting(CalendarGrid.Cell::kind)
                .startsWith("between", "between", "night", "night", "night", "night", "between");
    }

    @Test
    void who_is_switched_stands_in_the_hour_in_which_that_begins_and_in_no_other() {
        OrgId soon = Ids.org();
        OrgId later = Ids.org();

        CalendarGrid grid =
                grid(
                        placed(soon, "2027-01-15T15:00:00Z", "2027-01-15T16:00:00Z"),
                        placed(later, "2027-01-16T15:00:00Z", "2027-01-16T16:00:00Z"),
                        new Placement.ZoneUnknown(Ids.org()));

        List<CalendarGrid.Cell> sydney = grid.rows().getLast().cells();
        assertThat(sydney.get(3).orgs()).containsExactly(soon.value());
        assertThat(sydney.stream().flatMap(cell -> cell.orgs().stream())).hasSize(1);
        assertThat(grid.calendar().slots()).hasSize(3);
    }
}
