package io.turnout.application.memory;

import io.turnout.application.publishing.Refreshes;
import io.turnout.domain.publishing.Trouble;
import java.time.Instant;
import java.util.Optional;

/// An event that is, or was, wanted pulled.
final class MemoryWish {
    long wanted;
    long settled;
    boolean live;
    Instant dueAt = Instant.MIN;
    long attempt;
    Optional<Instant> leaseUntil = Optional.empty();
    Optional<Instant> pulledAt = Optional.empty();
    int failures;
    Optional<String> failure = Optional.empty();
    Optional<Trouble> trouble = Optional.empty();

    boolean pending() {
        return wanted > settled;
    }

    boolean leasedAt(Instant now) {
        return leaseUntil.filter(until -> until.isAfter(now)).isPresent();
    }

    boolean dueAt(Instant now) {
        return pending() && !dueAt.isAfter(now) && !leasedAt(now);
    }

    Instant soonest(Instant now) {
        Instant lingered = now.plus(Refreshes.LINGER);
        return pulledAt.map(at -> at.plus(Refreshes.spacing(failures)))
                .filter(lingered::isBefore)
                .orElse(lingered);
    }
}
