package io.turnout.application.attendeelink;

import io.turnout.application.attendeelink.LinkUploads.Beginning;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadTicket;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;

/// An org wants to bring links to one of its events, and gets a ticket for it.
public final class BeginUpload {
    private final LinkUploads uploads;
    private final Vault vault;
    private final UploadTickets tickets;

    public BeginUpload(LinkUploads uploads, Vault vault, UploadTickets tickets) {
        this.uploads = uploads;
        this.vault = vault;
        this.tickets = tickets;
    }

    /// The upload that was asked for by `message`: the same message again is the same upload with
    /// the same ticket.
    public Answer begin(OrgId org, EventId event, String message) {
        if (!vault.serves(org)) {
            return new Answer.Elsewhere();
        }
        return switch (uploads.begin(new UploadKey(org, event, UploadId.of(event, message)))) {
            case Beginning.Begun(var upload) -> new Answer.First(upload, ticket(upload));
            case Beginning.BegunBefore(var upload) -> new Answer.Again(upload, ticket(upload));
            case Beginning.TooMany() -> new Answer.TooMany();
            case Beginning.Elsewhere() -> new Answer.Elsewhere();
        };
    }

    private UploadTicket ticket(LinkUpload upload) {
        return tickets.of(upload.key());
    }

    /// What became of it.
    public sealed interface Answer {
        record First(LinkUpload upload, UploadTicket ticket) implements Answer {}

        record Again(LinkUpload upload, UploadTicket ticket) implements Answer {}

        record TooMany() implements Answer {}

        record Elsewhere() implements Answer {}
    }
}
