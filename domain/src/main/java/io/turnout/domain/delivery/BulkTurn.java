package io.turnout.domain.delivery;

import java.util.List;

/// What is to be done next for a job. `recordId` is what Salesforce calls it.
public sealed interface BulkTurn {
    BulkLease lease();

    /// Open one at Salesforce.
    record Create(BulkLease lease) implements BulkTurn {}

    /// Hand its rows over and close it. They may be there already, since whoever took this turn
    /// before may have died on the way.
    record Load(BulkLease lease, String recordId, List<OwedAttendee> attendees)
            implements BulkTurn {
        public Load {
            attendees = List.copyOf(attendees);
        }
    }

    /// See how far it is, and read its results when it has ended.
    record Look(BulkLease lease, String recordId) implements BulkTurn {}
}
