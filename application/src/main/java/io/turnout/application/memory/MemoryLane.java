package io.turnout.application.memory;

import io.turnout.domain.delivery.Lease;
import java.time.Instant;

/// The right to call for one event of an org. It has drifted while the org's fields or objects were
/// not as the last call needed them.
record MemoryLane(long attempt, Instant leasedUntil, Instant nextCallAt, boolean drifted) {
    static final Instant GIVEN_BACK = Instant.MIN;
    static final MemoryLane FREE = new MemoryLane(0, GIVEN_BACK, Instant.MIN, false);

    /// Whether the lease is the lane's newest and was not given back. One that ran out is still
    /// held until another takes the lane.
    boolean isHeldUnder(Lease lease) {
        return attempt == lease.attempt() && !leasedUntil.equals(GIVEN_BACK);
    }

    MemoryLane leasedUntil(Instant until) {
        return new MemoryLane(attempt, until, nextCallAt, drifted);
    }

    MemoryLane driftedUntil(Instant later) {
        return new MemoryLane(attempt, GIVEN_BACK, later, true);
    }

    MemoryLane settled() {
        return new MemoryLane(attempt, GIVEN_BACK, nextCallAt, false);
    }

    MemoryLane released() {
        return new MemoryLane(attempt, leasedUntil, Instant.MIN, false);
    }
}
