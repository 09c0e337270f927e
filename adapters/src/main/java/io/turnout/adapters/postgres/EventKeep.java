package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Keeps events within a transaction that has entered. The version is ours alone: it grows when
/// an organiser changed anything, and stays when somebody only touched the records.
final class EventKeep {
    private static final String SEATS =
            "select " + RoomRow.COLUMNS + " from room where org_id = :org and event_id = :event";

    private EventKeep() {}

    static void keep(Handle handle, Event event, Map<RoomId, Seats> seats) {
        boolean known = EventRows.lock(handle, event.org(), event.id());
        if (!known || !event.equals(kept(handle, event)) || !seats(handle, event, seats)) {
            EventRows.keep(handle, event);
            RoomSeats.set(handle, event, seats);
        }
    }

    private static Event kept(Handle handle, Event event) {
        return EventRows.read(handle, event.org(), List.of(event.id().value())).getFirst().event();
    }

    /// Whether every room has just the seats it shall have.
    private static boolean seats(Handle handle, Event event, Map<RoomId, Seats> wanted) {
        Map<RoomId, Seats> kept = new HashMap<>();
        handle.createQuery(SEATS)
                .bind("org", event.org().value())
                .bind("event", event.id().value())
                .map((row, _) -> RoomRow.read(row).capacity())
                .forEach(room -> kept.put(room.room(), room.seats()));
        return kept.entrySet().containsAll(wanted.entrySet());
    }
}
