package io.turnout.domain.rollout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/// The hours of a night in which an org may be switched, by its own clock. A window that closes no
/// later than it opens closes on the next day.
public record Window(LocalTime opens, LocalTime closes) {
    public static final Duration LENGTH_MAX = Duration.ofHours(8);
    public static final Window NIGHT = new Window(LocalTime.of(1, 0), LocalTime.of(5, 0));

    public Window {
        Duration length = Duration.between(opens, closes);
        Duration night = length.isPositive() ? length : length.plusDays(1);
        if (night.compareTo(LENGTH_MAX) > 0) {
            throw new IllegalArgumentException("a window is open for at most " + LENGTH_MAX);
        }
    }

    /// The window that opens on a date. Clocks that are turned forward may leave nothing of it. Of
    /// an hour that comes twice, what begins in it begins in the second, and what ends in it ends
    /// in the first, so that no clock on a wall ever shows an hour outside.
    public Optional<Span> on(LocalDate date, ZoneId zone) {
        LocalDate end = closes.isAfter(opens) ? date : date.plusDays(1);
        return Span.between(last(date.atTime(opens), zone), first(end.atTime(closes), zone));
    }

    private static Instant last(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition turned = zone.getRules().getTransition(local);
        if (turned == null) {
            return local.atZone(zone).toInstant();
        }
        return turned.isGap() ? turned.getInstant() : local.toInstant(turned.getOffsetAfter());
    }

    private static Instant first(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition turned = zone.getRules().getTransition(local);
        return turned != null && turned.isGap()
                ? turned.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
