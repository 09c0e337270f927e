package io.turnout.domain.operator;

import java.time.Duration;
import java.time.Instant;

/// For how long an operator stays signed in: `idle` after whatever they did last, and never longer
/// than `whole` after they signed in.
public record SessionRule(Duration idle, Duration whole) {
    public static final SessionRule USUAL =
            new SessionRule(Duration.ofMinutes(30), Duration.ofHours(12));

    public SessionRule {
        if (!idle.isPositive() || whole.compareTo(idle) < 0) {
            throw new IllegalArgumentException("a session is idle for a part of its time");
        }
    }

    /// Whether it has ended for who signed in and did something last at these times.
    public boolean isOver(Instant openedAt, Instant seenAt, Instant now) {
        return !now.isBefore(seenAt.plus(idle)) || !now.isBefore(openedAt.plus(whole));
    }
}
