package io.turnout.application.waitingroom;

import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.Turn;

/// Somebody in line: the ticket as its bearer keeps it, and what it is worth.
public record InLine(String token, Ticket ticket, Turn turn) {
    /// Who has the token has the place.
    @Override
    public String toString() {
        return "InLine[" + ticket.number() + ", " + turn + "]";
    }
}
