package io.turnout.application.memory;

import io.turnout.domain.delivery.Lease;
import java.time.Instant;

/// The right to call for one event of an org.
record MemoryLane(long attempt, Instant leasedUntil, Instant nextCallAt) {
    static final Instant GIVEN_BACK = Instant.MIN;
    static final MemoryLane FREE = new MemoryLane(0, GIVEN_BACK, Instant.MIN);

    /// Whether the lease is the lane's newest and was not given back. One that ran out is still
    /// held until another takes the lane.
    boolean isHeldUnder(Lease lease) {
        return attempt == lease.attempt() && !leasedUntil.equals(GIVEN_BACK);
    }
}
