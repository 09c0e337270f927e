package io.turnout.application.publishing;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Events as registrants see them. Counts may be a second old.
public interface EventPages {
    int PAGE_MAX = 100;

    /// A published event, or none: what was withdrawn is not shown.
    Optional<EventPage> find(OrgId org, EventId event);

    /// Published events in the order of their ids, those after `after`, at most `limit` and never
    /// more than `PAGE_MAX`.
    List<EventPage> page(OrgId org, Optional<EventId> after, int limit);

    /// Keeps an event and how many seats each of its rooms shall have. A copy with an older
    /// version than the kept one changes nothing. Seats may fall below what is taken; the room is
    /// over then. Rooms that are gone from the event admit nobody any more.
    void keep(Event event, Map<RoomId, Seats> seats);
}
