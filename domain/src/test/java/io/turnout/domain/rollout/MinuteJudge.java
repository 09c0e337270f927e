package io.turnout.domain.rollout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Reads what a planner said by what a clock on the org's wall shows, minute by minute, and with
/// whole numbers only: no window, no span and no rule of the planner's is asked.
final class MinuteJudge {
    private static final long DAY_MILLIS = Duration.ofHours(24).toMillis();
    private static final int NIGHTS = 14;

    private int opens;
    private int closes;
    private final List<String> faults = new ArrayList<>();
    private int placed;
    private int refused;
    private int inTheirDay;
    private int nearASale;
    private int duringAnEvent;
    private int frozen;
    private int busy;
    private int passedOver;
    private int clocksTurned;

    /// From which minute of the day to which the night is.
    void nightIs(int from, int to) {
        opens = from;
        closes = to;
    }

    void look(OrgCalendar calendar, Instant now, Placement placement) {
        switch (placement) {
            case Placement.Placed said -> {
                placed++;
                Instant from = said.at().from();
                Instant last = said.at().to().minusMillis(1);
                if (from.isBefore(now)) {
                    faults.add(placement + " is over");
                }
                for (Instant at = from; at.isBefore(last); at = at.plusSeconds(60)) {
                    blame(calendar, at);
                }
                blame(calendar, last);
                clocksTurned += turned(calendar, now, last) ? 1 : 0;
            }
            case Placement.Refused _ -> {
                refused++;
                passedOver += aMinuteWouldDo(calendar, now) ? 1 : 0;
            }
            case Placement.ZoneUnknown _, Placement.AtOnce _ -> faults.add("" + placement);
        }
    }

    private void blame(OrgCalendar calendar, Instant at) {
        inTheirDay += isDay(calendar, at) ? 1 : 0;
        nearASale += isNearASale(calendar, at) ? 1 : 0;
        duringAnEvent += isTaken(calendar.events(), at) ? 1 : 0;
        frozen += isTaken(calendar.freezes().stream().map(Freeze::span).toList(), at) ? 1 : 0;
        busy += isBusy(calendar, at) ? 1 : 0;
    }

    private static long minuteOfDay(OrgCalendar calendar, Instant at) {
        int offset = calendar.zone().getRules().getOffset(at).getTotalSeconds();
        return Math.floorMod(at.getEpochSecond() + offset, 86_400L) / 60;
    }

    private boolean isDay(OrgCalendar calendar, Instant at) {
        long minute = minuteOfDay(calendar, at);
        return opens < closes
                ? minute < opens || minute >= closes
                : minute < opens && minute >= closes;
    }

    private static boolean isNearASale(OrgCalendar calendar, Instant at) {
        return calendar.salesStart().stream()
                .anyMatch(sale -> Math.abs(sale.toEpochMilli() - at.toEpochMilli()) < DAY_MILLIS);
    }

    private static boolean isTaken(List<Span> spans, Instant at) {
        return spans.stream()
                .anyMatch(
                        span ->
                                span.from().toEpochMilli() <= at.toEpochMilli()
                                        && at.toEpochMilli() < span.to().toEpochMilli());
    }

    private static boolean isBusy(OrgCalendar calendar, Instant at) {
        List<Long> hours = calendar.traffic().hours();
        long all = hours.stream().mapToLong(Long::longValue).sum();
        long here = hours.get((int) (minuteOfDay(calendar, at) / 60));
        return all >= 100 && 24 * here > all;
    }

    private static boolean turned(OrgCalendar calendar, Instant now, Instant at) {
        var rules = calendar.zone().getRules();
        return !rules.getOffset(now.minus(Duration.ofHours(12))).equals(rules.getOffset(at));
    }

    /// Whether a whole minute with one more after it, in a night that was to be looked at, had
    /// nothing in its way.
    private boolean aMinuteWouldDo(OrgCalendar calendar, Instant now) {
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        Instant begun = Instant.ofEpochSecond((now.getEpochSecond() / 60 + 1) * 60);
        for (Instant at = begun; ; at = at.plusSeconds(60)) {
            if (at.atZone(calendar.zone()).toLocalDate().isAfter(today.plusDays(NIGHTS - 2))) {
                return false;
            }
            Instant next = at.plusSeconds(60);
            if (isGood(calendar, at)
                    && isGood(calendar, next)
                    && isGood(calendar, next.plusSeconds(60))) {
                return true;
            }
        }
    }

    private boolean isGood(OrgCalendar calendar, Instant at) {
        return !isDay(calendar, at)
                && !isNearASale(calendar, at)
                && !isTaken(calendar.events(), at)
                && !isTaken(calendar.freezes().stream().map(Freeze::span).toList(), at)
                && !isBusy(calendar, at);
    }

    int placed() {
        return placed;
    }

    int refused() {
        return refused;
    }

    int clocksTurned() {
        return clocksTurned;
    }

    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        if (inTheirDay + nearASale + duringAnEvent + frozen + busy + passedOver > 0) {
            all.add(toString());
        }
        return all;
    }

    @Override
    public String toString() {
        return ("%d placed (%d after the clocks were turned), %d refused; minutes in their day %d,"
                        + " within 24 h of a sale %d, during an event %d, frozen %d, busy %d;"
                        + " refused though a minute would do %d")
                .formatted(
                        placed,
                        clocksTurned,
                        refused,
                        inTheirDay,
                        nearASale,
                        duringAnEvent,
                        frozen,
                        busy,
                        passedOver);
    }
}
