package io.turnout.domain.registration;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many seats a group asks for in each room, at all levels at once: the event, every item,
/// every chosen session (B10). In the order of room ids, which is the order of their locks.
public record Demand(SortedMap<RoomId, Integer> seats) {
    public static final Demand NONE = new Demand(new TreeMap<>());

    public Demand {
        seats = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(seats));
    }

    public static Demand of(EventId event, List<Place> places) {
        SortedMap<RoomId, Integer> seats = new TreeMap<>();
        for (Place place : places) {
            add(seats, event, 1, place.item(), place.sessions());
        }
        return new Demand(seats);
    }

    public static Demand ofLines(EventId event, List<HoldLine> lines) {
        SortedMap<RoomId, Integer> seats = new TreeMap<>();
        for (HoldLine line : lines) {
            add(seats, event, line.quantity(), line.item(), line.sessions());
        }
        return new Demand(seats);
    }

    private static void add(
            SortedMap<RoomId, Integer> seats,
            EventId event,
            int quantity,
            ItemId item,
            List<SessionId> sessions) {
        seats.merge(RoomId.of(event), quantity, Integer::sum);
        seats.merge(RoomId.of(item), quantity, Integer::sum);
        sessions.forEach(session -> seats.merge(RoomId.of(session), quantity, Integer::sum));
    }

    public int in(RoomId room) {
        return seats.getOrDefault(room, 0);
    }
}
