package io.turnout.application.waitingroom;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.Turn;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.util.Optional;

/// A visitor stands in line: with the ticket at hand while it is worth anything, else with a new
/// one behind everybody.
public final class JoinLine {
    private final WaitingRooms rooms;
    private final TicketSeals seals;

    public JoinLine(WaitingRooms rooms, TicketSeals seals) {
        this.rooms = rooms;
        this.seals = seals;
    }

    /// Empty when nobody waits: come in.
    public Optional<InLine> join(OrgId org, EventId event, Optional<Ticket> known) {
        Optional<WaitingRoom> room = rooms.openAt(org, event);
        if (room.isEmpty()) {
            return Optional.empty();
        }
        Optional<InLine> stands =
                known.map(ticket -> inLine(room.get(), ticket))
                        .filter(line -> !(line.turn() instanceof Turn.Lapsed));
        return stands.or(
                () -> rooms.arrive(org, event).map(ticket -> newcomer(room.get(), ticket)));
    }

    /// The room as it was seen may be a moment older than the ticket.
    private InLine newcomer(WaitingRoom room, Ticket ticket) {
        return ticket.room().equals(room.id())
                ? inLine(room, ticket)
                : rooms.find(room.id().org(), room.id().event())
                        .map(newer -> inLine(newer, ticket))
                        .orElseThrow();
    }

    private InLine inLine(WaitingRoom room, Ticket ticket) {
        return new InLine(seals.seal(ticket), ticket, room.turn(ticket, seals.seed(room.id())));
    }
}
