package io.turnout.domain.rollout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the hour in which an org is switched (A31): in its own night, far from the start of any
/// sale, while none of its events takes place, when fewest of its people come.
public final class Planner {
    private static final Duration HOUR = Duration.ofHours(1);

    private Planner() {}

    /// The first good hour from `now` on. Asked again later, or by another instance, the answer is
    /// the same unless the calendar changed; once `now` lies in it, it is the time.
    public static Placement place(OrgCalendar calendar, PlanningRule rule, Instant now) {
        ZoneId zone = calendar.zone();
        List<Night> passed = new ArrayList<>();
        // Yesterday's window may be open beyond midnight.
        LocalDate date = now.atZone(zone).toLocalDate().minusDays(1);
        for (int looked = 0; looked < rule.nights(); date = date.plusDays(1)) {
            Optional<Span> whole = rule.nightOf(date, zone);
            Optional<Span> rest = whole.flatMap(night -> night.since(now));
            if (whole.isPresent() && rest.isEmpty()) {
                continue;
            }
            looked++;
            List<Obstacle> obstacles = new ArrayList<>();
            Optional<Span> at = rest.flatMap(night -> hour(calendar, rule, night, obstacles));
            if (at.isPresent()) {
                double share = share(calendar, at.get());
                return new Placement.Placed(calendar.org(), zone, at.get(), share, passed);
            }
            if (whole.isEmpty()) {
                obstacles.add(new Obstacle.NoNight());
            }
            passed.add(new Night(date, obstacles));
        }
        return new Placement.Refused(calendar.org(), zone, passed);
    }

    private static Optional<Span> hour(
            OrgCalendar calendar, PlanningRule rule, Span night, List<Obstacle> obstacles) {
        List<Span> free = List.of(night);
        for (Instant sale : calendar.salesStart()) {
            Span near =
                    new Span(
                            sale.minus(rule.salesDistance()),
                            sale.plus(rule.salesDistance()).plusNanos(1));
            free = without(free, near, night, new Obstacle.OnSale(sale), obstacles);
        }
        for (Span event : calendar.events()) {
            free = without(free, event, night, new Obstacle.Live(event), obstacles);
        }
        for (Freeze freeze : calendar.freezes()) {
            Obstacle why = new Obstacle.Frozen(freeze.span(), freeze.reason());
            free = without(free, freeze.span(), night, why, obstacles);
        }
        return free.stream()
                .flatMap(piece -> hours(piece, calendar.zone()).stream())
                .filter(piece -> isQuiet(calendar, piece, obstacles))
                .min(
                        Comparator.comparingDouble((Span piece) -> share(calendar, piece))
                                .thenComparing(Span::from));
    }

    private static List<Span> without(
            List<Span> free, Span taken, Span night, Obstacle why, List<Obstacle> obstacles) {
        if (!night.meets(taken)) {
            return free;
        }
        obstacles.add(why);
        return free.stream().flatMap(piece -> piece.without(taken).stream()).toList();
    }

    /// Cut where the clock on the wall shows a full hour, and where it is turned: on Chatham at a
    /// quarter to three, into another hour.
    private static List<Span> hours(Span piece, ZoneId zone) {
        List<Span> hours = new ArrayList<>();
        Instant from = piece.from();
        while (from.isBefore(piece.to())) {
            long past = from.atZone(zone).toLocalTime().toNanoOfDay() % HOUR.toNanos();
            Instant to = earlier(from.plus(HOUR).minusNanos(past), piece.to());
            ZoneOffsetTransition turned = zone.getRules().nextTransition(from);
            to = turned == null ? to : earlier(to, turned.getInstant());
            hours.add(new Span(from, to));
            from = to;
        }
        return hours;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static boolean isQuiet(OrgCalendar calendar, Span piece, List<Obstacle> obstacles) {
        int hour = piece.from().atZone(calendar.zone()).getHour();
        boolean busy = calendar.traffic().isBusy(hour);
        if (busy) {
            obstacles.add(new Obstacle.Busy(hour, calendar.traffic().share(hour)));
        }
        return !busy;
    }

    private static double share(OrgCalendar calendar, Span at) {
        return calendar.traffic().share(at.from().atZone(calendar.zone()).getHour());
    }
}
