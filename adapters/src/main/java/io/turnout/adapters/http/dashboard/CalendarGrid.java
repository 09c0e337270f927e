package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.RolloutCalendarView;
import io.turnout.application.rollout.ShowCalendar;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.Placement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The next 24 hours by everybody's clock: when each zone sleeps and works, and who is switched
/// when; with everybody who waits, and all freezes.
public record CalendarGrid(List<Integer> hours, List<Row> rows, RolloutCalendarView calendar) {
    private static final int HOURS = 24;
    private static final int NIGHT_BEGINS = 1;
    private static final int NIGHT_ENDS = 5;
    private static final int DAY_BEGINS = 8;
    private static final int DAY_ENDS = 20;

    public CalendarGrid {
        hours = List.copyOf(hours);
        rows = List.copyOf(rows);
    }

    /// A zone.
    public record Row(String zone, List<Cell> cells) {}

    /// An hour that begins when the clock of its zone shows `local`: night, day or neither.
    public record Cell(int local, String kind, List<String> orgs) {}

    static CalendarGrid of(ShowCalendar.Calendar calendar, List<OrgProfile> profiles, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.HOURS);
        List<Placement.Placed> placed =
                calendar.slots().stream()
                        .map(ShowCalendar.Slot::placement)
                        .filter(Placement.Placed.class::isInstance)
                        .map(Placement.Placed.class::cast)
                        .toList();
        List<Row> rows =
                Stream.concat(
                                profiles.stream().map(OrgProfile::zone).flatMap(Optional::stream),
                                placed.stream().map(Placement.Placed::zone))
                        .distinct()
                        .sorted(
                                Comparator.comparingInt(
                                                (ZoneId zone) ->
                                                        zone.getRules()
                                                                .getOffset(now)
                                                                .getTotalSeconds())
                                        .thenComparing(ZoneId::getId))
                        .map(zone -> row(zone, from, placed))
                        .toList();
        return new CalendarGrid(
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> local(from, hour, ZoneOffset.UTC))
                        .toList(),
                rows,
                RolloutCalendarView.of(calendar));
    }

    private static Row row(ZoneId zone, Instant from, List<Placement.Placed> placed) {
        return new Row(
                zone.getId(),
                IntStream.range(0, HOURS)
                        .mapToObj(
                                hour -> {
                                    int local = local(from, hour, zone);
                                    Instant begins = from.plus(Duration.ofHours(hour));
                                    return new Cell(
                                            local, kind(local), switched(zone, begins, placed));
                                })
                        .toList());
    }

    private static int local(Instant from, int hour, ZoneId zone) {
        return from.plus(Duration.ofHours(hour)).atZone(zone).getHour();
    }

    private static String kind(int local) {
        if (local >= NIGHT_BEGINS && local < NIGHT_ENDS) {
            return "night";
        }
        return local >= DAY_BEGINS && local < DAY_ENDS ? "day" : "between";
    }

    private static List<String> switched(
            ZoneId zone, Instant begins, List<Placement.Placed> placed) {
        Instant ends = begins.plus(Duration.ofHours(1));
        return placed.stream()
                .filter(one -> one.zone().equals(zone))
                .filter(one -> !one.at().from().isBefore(begins) && one.at().from().isBefore(ends))
                .map(Placement.Placed::org)
                .map(OrgId::value)
                .toList();
    }
}
