package io.turnout.application.publishing;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Publication;
import java.util.Collection;
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

    /// How the published ones of these events are kept at this moment.
    Map<EventId, Publication> kept(OrgId org, Collection<EventId> events);

    /// Which event shows each of these records: as itself, as an item or as a session. One that
    /// no event shows is left out.
    Map<String, EventId> showing(OrgId org, Collection<String> records);

    /// Keeps an event and how many seats each of its rooms shall have. Its version grows by one
    /// when any of this differs from what was kept, and stays when nothing does. Seats may fall
    /// below what is taken; the room is over then. Rooms that are gone from the event admit
    /// nobody any more.
    void keep(Event event, Map<RoomId, Seats> seats);

    /// Shows an event no longer; who is in stays in. Nothing happens when it was not shown.
    void withdraw(OrgId org, EventId event);
}
