package io.turnout.application.memory;

import io.turnout.application.publishing.CatalogPolls;
import io.turnout.domain.publishing.Marks;
import io.turnout.domain.publishing.PollRule;
import io.turnout.domain.registration.InviteeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// How an org is asked what changed in it.
final class MemoryPoll {
    long attempt;
    long wanted = 1;
    long settled;
    Optional<Instant> leaseUntil = Optional.empty();
    Instant nextAt = Instant.MIN;
    Optional<Instant> polledAt = Optional.empty();
    Duration interval = PollRule.SHORTEST;
    Marks marks = Marks.NONE;
    Set<String> seen = Set.of();
    Optional<Instant> deletedUntil = Optional.empty();
    Optional<Instant> sweptAt = Optional.empty();
    Optional<Instant> nudgedAt = Optional.empty();
    Optional<Instant> lastSuccess = Optional.empty();
    Optional<CatalogPolls.Failure> failure = Optional.empty();

    /// The wishes that a round heeds, after whom it goes on, and who in it can have no link.
    long heeded;
    Optional<InviteeId> after = Optional.empty();
    long roundUnusable;
    long unusable;

    boolean pending() {
        return wanted > settled;
    }

    boolean free(Instant now) {
        return leaseUntil.filter(until -> until.isAfter(now)).isEmpty();
    }

    long lease(Instant now, Duration life) {
        attempt++;
        leaseUntil = Optional.of(now.plus(life));
        polledAt = Optional.of(now);
        return attempt;
    }

    boolean isOurs(long ours) {
        return attempt == ours && leaseUntil.isPresent();
    }
}
