package io.turnout.domain.delivery;

import io.turnout.domain.org.OrgId;
import java.util.List;

/// What leaves in one call, and the lease under which it does.
public record Batch(Lease lease, List<OwedAttendee> attendees) {
    public Batch {
        attendees = List.copyOf(attendees);
    }

    public OrgId org() {
        return lease.org();
    }
}
