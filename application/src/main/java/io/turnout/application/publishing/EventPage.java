package io.turnout.application.publishing;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.Event;
import java.util.Map;

/// An event and how its rooms stand: one for the event, each item and each session. `version`
/// grows with every change an organiser makes and never goes back.
public record EventPage(Event event, long version, Map<RoomId, Capacity> rooms) {
    public EventPage {
        rooms = Map.copyOf(rooms);
    }

    /// How one room stands.
    ///
    /// @throws IllegalStateException when the event has no such room
    public Capacity room(RoomId id) {
        Capacity room = rooms.get(id);
        if (room == null) {
            throw new IllegalStateException("no counter for " + id);
        }
        return room;
    }
}
