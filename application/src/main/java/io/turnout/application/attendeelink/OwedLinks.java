package io.turnout.application.attendeelink;

import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.LinkBatch;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The addresses of links that were made for an org's own records, as it shall show them. They
/// share an event's lane with its attendees, so that no record has two calls in flight. A row is
/// waiting, told or set aside.
public interface OwedLinks {
    /// Takes what is owed of some event, and the event's lane with it, for `Outbox.LEASE` from now.
    /// Empty when nothing is due. Calls of one event are the rule's pace apart, or the org's.
    Optional<LinkBatch> take(BatchRule rule);

    /// Writes down how the call ended, and gives the lane back. Ignored when the lease is no longer
    /// ours: whoever has it now tells the same again. A field that is not as it should be holds up
    /// links, and no attendee.
    void settle(LinkBatch batch, Receipt receipt);

    /// Rows that were set aside, oldest first, at most `limit`.
    List<SetAside> setAside(OrgId org, int limit);

    /// Owes rows again that were set aside: one, or all of an org. How many it were.
    int replay(OrgId org, Optional<InviteeId> record);

    Tally tally(OrgId org);

    /// A row that waits for a person. Salesforce's words are not kept, since they may repeat an
    /// address.
    record SetAside(
            InviteeId record,
            EventId event,
            String code,
            List<String> fields,
            int failures,
            Instant since) {}

    /// How many of an org's links stand how. `gone` are those whose record was deleted there.
    record Tally(long waiting, long told, long setAside, long gone) {}
}
