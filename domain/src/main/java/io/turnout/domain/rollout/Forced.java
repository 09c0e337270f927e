package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.Optional;

/// One org's own switch, past all plans, until it expires.
public record Forced(Switch to, Optional<Instant> until, Mark mark) {
    boolean holds(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
