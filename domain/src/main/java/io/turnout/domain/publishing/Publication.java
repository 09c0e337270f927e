package io.turnout.domain.publishing;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import java.util.Map;

/// An event and how many seats each of its rooms shall have: all that an organiser decides.
public record Publication(Event event, Map<RoomId, Seats> seats) {
    public Publication {
        seats = Map.copyOf(seats);
    }
}
