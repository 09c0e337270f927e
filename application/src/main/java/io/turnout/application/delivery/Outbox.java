package io.turnout.application.delivery;

import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is owed to the orgs. A row is waiting, sent or set aside, and never dropped. One event of
/// an org is one lane: it has one call in flight, whichever instance makes it; an org has a few.
public interface Outbox {
    /// Takes what is due in some lane, and the lane with it, for `LEASE` from now. Empty when
    /// nothing is due. An instance that dies gives its lane back by not renewing.
    Optional<Batch> take(BatchRule rule);

    /// Keeps the lane for another `LEASE`. False when it is no longer ours: stop, and settle
    /// nothing.
    boolean renew(Lease lease);

    /// Writes down how the call ended, and gives the lane back. Ignored when the lease is no
    /// longer ours: whoever has it now sends the same rows again. A row that changed while the
    /// call ran stays owed.
    void settle(Batch batch, Receipt receipt);

    /// Gives up a lease without having called, so that another instance need not wait.
    void release(Lease lease);

    /// Rows that were set aside, oldest first, at most `limit`.
    List<SetAside> setAside(OrgId org, int limit);

    /// Owes rows again that were set aside: one, or all of an org. How many it were.
    int replay(OrgId org, Optional<AttendeeId> attendee);

    /// How each lane of an org stands, at most `limit`.
    List<LaneView> lanes(OrgId org, int limit);

    /// The rows of an event's newest attendees, newest first by their ids, at most `limit`; without
    /// personal data.
    List<RowView> recent(OrgId org, EventId event, int limit);

    /// The way of one attendee so far; empty when nothing was ever owed for it.
    Optional<Trail> trail(OrgId org, AttendeeId attendee);

    /// How long a lease lasts without being renewed.
    Duration LEASE = Duration.ofSeconds(10);

    /// A row that waits for a person: what Salesforce said of it, and since when.
    record SetAside(
            AttendeeId attendee,
            EventId event,
            String code,
            String message,
            List<String> fields,
            int failures,
            Instant since) {
        @Override
        public String toString() {
            return "SetAside[" + attendee + ", " + code + ", " + fields + "]";
        }
    }

    /// A lane in numbers. `heldBack` says why nothing of the org leaves, when that is so.
    record LaneView(
            EventId event,
            long waiting,
            long sent,
            long setAside,
            Optional<Instant> oldest,
            Optional<String> heldBack) {}

    /// One row on its way. `recordId` is Salesforce's, once it is sent.
    record RowView(AttendeeId attendee, State state, Instant owedAt, Optional<String> recordId) {}

    /// Where a row stands.
    enum State {
        WAITING,
        SENT,
        SET_ASIDE
    }
}
