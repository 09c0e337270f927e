package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Which upload a ticket is for, before anything is looked up.
public final class ReadUploadTicket {
    private final UploadTickets tickets;

    public ReadUploadTicket(UploadTickets tickets) {
        this.tickets = tickets;
    }

    /// Empty for what is no ticket of this org and event.
    public Optional<UploadKey> read(OrgId org, EventId event, String ticket) {
        return tickets.read(org, event, ticket);
    }
}
