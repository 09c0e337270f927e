package io.turnout.domain.delivery;

import io.turnout.domain.org.OrgId;
import java.util.List;

/// The links of an event that an org hears of in one call, and the lease under which it does.
public record LinkBatch(Lease lease, List<OwedLink> links) {
    public LinkBatch {
        links = List.copyOf(links);
    }

    public OrgId org() {
        return lease.org();
    }
}
