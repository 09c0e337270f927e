package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.org.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Calendars such as orgs may have, and worse.
final class Calendars {
    static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    private static final Instant YEAR = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final RandomGenerator chance;

    Calendars(RandomGenerator chance) {
        this.chance = chance;
    }

    /// Two of three times in the days before the clocks of the zone are turned, forward or back.
    Instant now(int number) {
        Instant any = YEAR.plus(DAY.multipliedBy(chance.nextInt(365)));
        ZoneOffsetTransition turned =
                number % 3 == 0 ? null : zone(number).getRules().nextTransition(any);
        Instant day = turned == null ? any : turned.getInstant().minus(DAY.multipliedBy(2));
        return day.plusSeconds(chance.nextLong(3 * DAY.toSeconds()));
    }

    /// From one to six hours long, some beyond midnight.
    Window window() {
        LocalTime opens = LocalTime.of(21, 0).plusMinutes(chance.nextInt(8 * 60));
        return new Window(opens, opens.plusMinutes(60 + chance.nextInt(5 * 60)));
    }

    OrgCalendar next(int number, Instant now) {
        return new OrgCalendar(
                org(number),
                zone(number),
                traffic(),
                some(6).mapToObj(_ -> soon(now)).toList(),
                some(8).mapToObj(_ -> event(now)).toList(),
                chance.nextInt(4) == 0 ? List.of(new Freeze(event(now), "year end")) : List.of());
    }

    List<OrgCalendar> some(int count, Instant now) {
        return IntStream.range(0, count).mapToObj(i -> next(i, now)).toList();
    }

    private static ZoneId zone(int number) {
        return ZONES.get(number % ZONES.size());
    }

    private static OrgId org(int number) {
        return new OrgId(RecordId.complete("00D%012d".formatted(number)));
    }

    private IntStream some(int most) {
        return IntStream.range(0, chance.nextInt(most + 1));
    }

    private Instant soon(Instant now) {
        return now.plusSeconds(chance.nextLong(-2 * DAY.toSeconds(), 20 * DAY.toSeconds()));
    }

    /// From a minute to four days long.
    private Span event(Instant now) {
        Instant from = soon(now);
        return new Span(from, from.plusSeconds(60 + chance.nextLong(4 * DAY.toSeconds())));
    }

    /// Of no org, of one that is quiet at night, or of one whose people come at any hour.
    private Traffic traffic() {
        int kind = chance.nextInt(3);
        if (kind == 0) {
            return Traffic.NONE;
        }
        List<Long> hours = new ArrayList<>();
        for (int hour = 0; hour < Traffic.HOURS; hour++) {
            boolean night = hour < 6;
            hours.add(chance.nextLong(kind == 1 && night ? 5 : 500));
        }
        return new Traffic(hours);
    }
}
