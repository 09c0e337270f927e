package io.turnout.application.memory;

import java.time.Instant;

/// The right to call for one event of an org.
record MemoryLane(long attempt, Instant leasedUntil, Instant nextCallAt) {
    static final MemoryLane FREE = new MemoryLane(0, Instant.MIN, Instant.MIN);
}
