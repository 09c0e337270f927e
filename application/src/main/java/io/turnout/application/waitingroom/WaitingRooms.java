package io.turnout.application.waitingroom;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The waiting rooms of all events, the same for every instance. A room is a few counters: who
/// waits is not kept, since everybody keeps a ticket.
public interface WaitingRooms {
    /// No more than so many are looked after at a time.
    int OPEN_MAX = 1_000;

    /// The open room of an event. Asked for every registration, so it answers from memory where it
    /// can and may be half a second old.
    Optional<WaitingRoom> openAt(OrgId org, EventId event);

    /// The last room of an event as it stands, open or closed.
    Optional<WaitingRoom> find(OrgId org, EventId event);

    /// The rooms in which visitors wait, of the orgs that are at home here.
    List<WaitingRoom> open();

    /// Opens a room, or says how the open one stands; of many that try, one opens it. Without
    /// `startsAt` it starts now. Empty, and nothing changes, when the org is not at home here.
    Optional<WaitingRoom> open(
            OrgId org, EventId event, Optional<Instant> startsAt, double pacePerSecond);

    /// The next number. Whoever had a number before another asked for one stands before that other,
    /// on whichever instances they were; numbers that nobody was told are lost, never given twice.
    /// Empty when nobody waits for this event.
    Optional<Ticket> arrive(OrgId org, EventId event);

    /// Asks `rule` how an open room goes on, and keeps what it answers, while no other instance
    /// changes it. Empty, and nothing changes, when the room is closed or not at home here.
    Optional<WaitingRoom> change(WaitingRoomId room, UnaryOperator<WaitingRoom> rule);
}
