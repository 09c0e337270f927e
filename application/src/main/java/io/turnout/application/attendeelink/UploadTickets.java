package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadTicket;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Makes the tickets of uploads, and reads them. As the tokens of links: an id and proof that we
/// made it for this org and event, never stored.
public interface UploadTickets {
    /// The one ticket of an upload, always the same: 43 characters, fit for a URL.
    UploadTicket of(UploadKey upload);

    /// The upload that a ticket is for. Empty for what is no ticket of this org and event. Says
    /// nothing of whether it still holds.
    Optional<UploadKey> read(OrgId org, EventId event, String ticket);
}
