package io.turnout.application.waitingroom;

import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.Turn;

/// What a ticket is worth now.
public final class ShowTurn {
    private final WaitingRooms rooms;
    private final TicketSeals seals;

    public ShowTurn(WaitingRooms rooms, TicketSeals seals) {
        this.rooms = rooms;
        this.seals = seals;
    }

    public InLine show(Ticket ticket) {
        Turn turn =
                rooms.openAt(ticket.room().org(), ticket.room().event())
                        .map(room -> room.turn(ticket, seals.seed(room.id())))
                        .orElseGet(Turn.Through::new);
        return new InLine(seals.seal(ticket), ticket, turn);
    }
}
