package io.turnout.adapters.http.page;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.event.EventItem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;

/// Dates, prices and seats as people say them.
final class Words {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private Words() {}

    /// From when to when, in the event's own zone: what the clocks there show.
    static String span(Instant from, Instant to, ZoneId zone) {
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        String first = DAY.format(start) + ", " + TIME.format(start);
        return start.toLocalDate().equals(end.toLocalDate())
                ? first + " to " + TIME.format(end)
                : first + " to " + DAY.format(end) + ", " + TIME.format(end);
    }

    static String moment(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return DAY.format(there) + ", " + TIME.format(there);
    }

    /// When on a day, in the event's own zone.
    static String time(Instant when, ZoneId zone) {
        return TIME.format(when.atZone(zone));
    }

    static String price(EventItem item) {
        return item.price().signum() == 0 ? "free" : item.price().toPlainString();
    }

    static String seats(Capacity room) {
        OptionalInt left = room.remaining();
        if (left.isEmpty()) {
            return "places for everybody";
        }
        return switch (left.getAsInt()) {
            case 0 -> "sold out";
            case 1 -> "1 seat left";
            default -> String.format(Locale.UK, "%,d seats left", left.getAsInt());
        };
    }

    /// What was typed, without what no page should repeat.
    static String printable(String typed) {
        return typed.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
