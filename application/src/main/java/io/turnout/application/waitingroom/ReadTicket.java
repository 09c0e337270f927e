package io.turnout.application.waitingroom;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import java.util.Optional;

/// Knows a ticket of ours again.
public final class ReadTicket {
    private final TicketSeals seals;

    public ReadTicket(TicketSeals seals) {
        this.seals = seals;
    }

    /// Empty for whatever is no ticket of this event.
    public Optional<Ticket> read(OrgId org, EventId event, String token) {
        return seals.open(org, event, token);
    }
}
