package io.turnout.domain.delivery;

import io.turnout.domain.org.OrgId;
import java.util.List;

/// The counts of an event's rooms that leave in one call, and the lease under which they do.
public record CountBatch(Lease lease, List<RoomCount> counts) {
    public CountBatch {
        counts = List.copyOf(counts);
    }

    public OrgId org() {
        return lease.org();
    }
}
