package io.turnout.domain.event;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// An event as its organiser has it: all it says of itself, but not how full it is.
public record Event(
        OrgId org,
        EventId id,
        String name,
        Instant startsAt,
        Instant endsAt,
        ZoneId timeZone,
        EventStatus status,
        List<EventItem> items,
        List<EventSession> sessions) {
    public static final int ITEMS_MAX = 200;
    public static final int SESSIONS_MAX = 500;

    public Event {
        items = List.copyOf(items);
        sessions = List.copyOf(sessions);
        if (name.isBlank() || endsAt.isBefore(startsAt)) {
            throw new IllegalArgumentException("an event has a name and ends after it starts");
        }
        if (items.size() > ITEMS_MAX || sessions.size() > SESSIONS_MAX) {
            throw new IllegalArgumentException(
                    "at most " + ITEMS_MAX + " items and " + SESSIONS_MAX + " sessions an event");
        }
    }
}
