package io.turnout.application.memory;

import io.turnout.application.delivery.CallBudget;
import io.turnout.application.publishing.CatalogPolls;
import io.turnout.domain.delivery.Spending;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.PollRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// When orgs are asked what changed, in memory, and to the millisecond.
public final class MemoryCatalogPolls implements CatalogPolls {
    private final MemoryStore store;
    private final InstantSource clock;
    private final PollRule rule;
    private final CallBudget budget;

    MemoryCatalogPolls(MemoryStore store, InstantSource clock, PollRule rule, CallBudget budget) {
        this.store = store;
        this.clock = clock;
        this.rule = rule;
        this.budget = budget;
    }

    @Override
    public void watch(OrgId org) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            tables.catalogPoll = Optional.of(tables.catalogPoll.orElseGet(MemoryPoll::new));
        }
    }

    @Override
    public void relist(OrgId org) {
        synchronized (store) {
            store.of(org).catalogPoll.ifPresent(this::relist);
        }
    }

    void relist(MemoryPoll poll) {
        poll.wanted++;
        Instant soonest = soonest(poll);
        poll.nextAt = soonest.isBefore(poll.nextAt) ? soonest : poll.nextAt;
    }

    private Instant soonest(MemoryPoll poll) {
        return poll.polledAt
                .map(at -> at.plus(SPACING))
                .filter(clock.instant()::isBefore)
                .orElse(clock.instant());
    }

    @Override
    public Optional<Poll> take() {
        synchronized (store) {
            Instant now = clock.instant();
            return store.orgs.entrySet().stream()
                    .filter(org -> org.getValue().catalogPoll.filter(p -> due(p, now)).isPresent())
                    .min(Comparator.comparing(org -> of(org).nextAt))
                    .map(org -> lease(org.getKey(), of(org), now));
        }
    }

    private static boolean due(MemoryPoll poll, Instant now) {
        return !poll.nextAt.isAfter(now) && poll.free(now);
    }

    private static MemoryPoll of(Map.Entry<OrgId, MemoryStore.Tables> org) {
        return org.getValue().catalogPoll.orElseThrow();
    }

    private static Poll lease(OrgId org, MemoryPoll poll, Instant now) {
        boolean sweep = poll.sweptAt.filter(at -> at.plus(SWEEP).isAfter(now)).isEmpty();
        return new Poll(
                org,
                poll.lease(now, LEASE),
                poll.marks,
                poll.seen,
                poll.pending() ? Optional.of(poll.wanted) : Optional.empty(),
                sweep ? poll.deletedUntil : Optional.empty());
    }

    @Override
    public void settle(Poll taken, Outcome outcome) {
        synchronized (store) {
            store.of(taken.org())
                    .catalogPoll
                    .filter(poll -> poll.isOurs(taken.attempt()))
                    .ifPresent(poll -> settle(taken, poll, outcome));
        }
    }

    private void settle(Poll taken, MemoryPoll poll, Outcome outcome) {
        Instant now = clock.instant();
        Spending spending = budget.look(taken.org());
        switch (outcome) {
            case Outcome.Failed(var why) -> {
                int failures = poll.failure.map(Failure::failures).orElse(0) + 1;
                poll.failure = Optional.of(new Failure(why, now, failures));
                poll.interval = rule.retry(failures, spending);
            }
            case Outcome.Read read -> {
                boolean nudged =
                        poll.nudgedAt
                                .filter(at -> at.plus(PollRule.NUDGES_COUNT).isAfter(now))
                                .isPresent();
                poll.interval = rule.next(poll.interval, nudged, read.untold(), spending);
                poll.marks = read.marks();
                poll.seen = read.seen();
                if (read.deletedUntil().isPresent()) {
                    poll.deletedUntil = read.deletedUntil();
                    poll.sweptAt = Optional.of(now);
                }
                poll.settled = taken.listing().orElse(poll.settled);
                poll.wanted += read.relist() ? 1 : 0;
                poll.failure = Optional.empty();
                poll.lastSuccess = Optional.of(now);
            }
        }
        poll.leaseUntil = Optional.empty();
        boolean again = poll.pending() && outcome instanceof Outcome.Read;
        poll.nextAt = again ? soonest(poll) : now.plus(poll.interval);
    }

    @Override
    public Optional<View> look(OrgId org) {
        synchronized (store) {
            return store.of(org).catalogPoll.map(MemoryCatalogPolls::view);
        }
    }

    private static View view(MemoryPoll poll) {
        return new View(
                poll.interval,
                poll.nextAt,
                poll.lastSuccess,
                poll.nudgedAt,
                poll.pending(),
                poll.failure);
    }
}
