package io.turnout.domain.registration;

import io.turnout.domain.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Seats kept for ten minutes. An expired hold counts as none, but its seats stay counted as held
/// until it is released, so that no seat is given back twice.
public record Hold(
        HoldId id, EventId event, List<HoldLine> lines, Instant expiresAt, HoldStatus status) {
    public static final Duration LIFE = Duration.ofMinutes(10);

    public Hold {
        lines = List.copyOf(lines);
    }

    public boolean runningAt(Instant now) {
        return status == HoldStatus.ACTIVE && now.isBefore(expiresAt);
    }

    public Demand demand() {
        return Demand.ofLines(event, lines);
    }

    public Hold ended(HoldStatus how) {
        return new Hold(id, event, lines, expiresAt, how);
    }
}
