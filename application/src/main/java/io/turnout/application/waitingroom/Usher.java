package io.turnout.application.waitingroom;

import io.turnout.application.flags.FlagDecisions;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Undecided;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.Turn;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.util.Optional;
import java.util.function.Supplier;

/// Stands before whatever takes seats: counts the crowd, and knows who comes in while others wait.
public record Usher(WaitingPorts ports, FlagDecisions flags) {
    /// How somebody comes to the door of an event.
    public enum Entry {
        /// Nobody waits.
        FREE,
        /// Others wait, and this ticket has been called.
        CALLED,
        /// Others wait.
        WAITS
    }

    public Entry entry(OrgId org, EventId event, Optional<Ticket> ticket) {
        return ports.rooms()
                .openAt(org, event)
                .filter(_ -> flags.isOn(Flag.WAITING_ROOM, org))
                .map(room -> ticket.filter(one -> called(room, one)).isPresent())
                .map(called -> called ? Entry.CALLED : Entry.WAITS)
                .orElse(Entry.FREE);
    }

    private boolean called(WaitingRoom room, Ticket ticket) {
        return room.turn(ticket, ports.seals().seed(room.id())) instanceof Turn.Called;
    }

    /// Decides on somebody who may come in, and counts it as part of the crowd. Who must wait is
    /// none of it.
    public <D> D counted(OrgId org, EventId event, Supplier<D> decision) {
        return ports.crowd().count(org, event, Usher::tooMuch, decision);
    }

    private static boolean tooMuch(Object decision) {
        return decision instanceof Undecided(var cause)
                && (cause == Undecided.Cause.OVERLOADED || cause == Undecided.Cause.OVER_SHARE);
    }
}
