package io.turnout.application.memory;

import io.turnout.application.licensing.LicensePolls;
import io.turnout.application.publishing.CatalogPolls;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When vendors are asked for licences, in memory.
public final class MemoryLicensePolls implements LicensePolls {
    private final MemoryStore store;
    private final InstantSource clock;

    MemoryLicensePolls(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void watch(OrgId vendor) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(vendor);
            tables.licensePoll = Optional.of(tables.licensePoll.orElseGet(MemoryPoll::new));
        }
    }

    @Override
    public Optional<Poll> take(Duration every) {
        synchronized (store) {
            Instant now = clock.instant();
            return store.orgs.entrySet().stream()
                    .filter(org -> due(org.getValue().licensePoll, every, now))
                    .findFirst()
                    .map(org -> lease(org, now));
        }
    }

    private static boolean due(Optional<MemoryPoll> poll, Duration every, Instant now) {
        return poll.filter(one -> one.free(now))
                .filter(one -> waited(one, one.pending() ? SPACING : every, now))
                .isPresent();
    }

    private static boolean waited(MemoryPoll poll, Duration pause, Instant now) {
        return poll.polledAt.filter(at -> at.plus(pause).isAfter(now)).isEmpty();
    }

    private static Poll lease(Map.Entry<OrgId, MemoryStore.Tables> org, Instant now) {
        MemoryPoll poll = org.getValue().licensePoll.orElseThrow();
        return new Poll(org.getKey(), poll.lease(now, LEASE), poll.wanted);
    }

    @Override
    public void settle(Poll taken, Optional<String> failure) {
        synchronized (store) {
            store.of(taken.vendor())
                    .licensePoll
                    .filter(poll -> poll.isOurs(taken.attempt()))
                    .ifPresent(poll -> settle(taken, poll, failure));
        }
    }

    private void settle(Poll taken, MemoryPoll poll, Optional<String> failure) {
        Instant now = clock.instant();
        poll.leaseUntil = Optional.empty();
        poll.settled = taken.wish();
        poll.failure = failure.map(why -> new CatalogPolls.Failure(why, now, 1));
        if (failure.isEmpty()) {
            poll.lastSuccess = Optional.of(now);
        }
    }

    @Override
    public List<View> look() {
        synchronized (store) {
            return store.orgs.entrySet().stream()
                    .filter(org -> org.getValue().licensePoll.isPresent())
                    .map(org -> view(org.getKey(), org.getValue().licensePoll.orElseThrow()))
                    .toList();
        }
    }

    private static View view(OrgId vendor, MemoryPoll poll) {
        return new View(
                vendor,
                poll.lastSuccess,
                poll.failure.map(CatalogPolls.Failure::at),
                poll.failure.map(CatalogPolls.Failure::why));
    }
}
