package io.turnout.application.memory;

import io.turnout.application.attendeelink.LinkPolls;
import io.turnout.application.publishing.CatalogPolls;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.PollRule;
import io.turnout.domain.registration.InviteeId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// When orgs are asked whom they invited, in memory. Rounds are a minute apart.
public final class MemoryLinkPolls implements LinkPolls {
    private final MemoryStore store;
    private final InstantSource clock;

    MemoryLinkPolls(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void watch(OrgId org) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            tables.linkPoll = Optional.of(tables.linkPoll.orElseGet(MemoryPoll::new));
        }
    }

    @Override
    public Optional<Poll> take() {
        synchronized (store) {
            Instant now = clock.instant();
            return store.orgs.entrySet().stream()
                    .filter(org -> org.getValue().linkPoll.filter(one -> due(one, now)).isPresent())
                    .findFirst()
                    .map(org -> lease(org, now));
        }
    }

    private static boolean due(MemoryPoll poll, Instant now) {
        boolean spaced = poll.polledAt.filter(at -> at.plus(SPACING).isAfter(now)).isEmpty();
        return poll.free(now)
                && (poll.after.isPresent()
                        || !poll.nextAt.isAfter(now)
                        || (poll.pending() && spaced));
    }

    private static Poll lease(Map.Entry<OrgId, MemoryStore.Tables> org, Instant now) {
        MemoryPoll poll = org.getValue().linkPoll.orElseThrow();
        if (poll.after.isEmpty()) {
            poll.heeded = poll.wanted;
            poll.roundUnusable = 0;
        }
        return new Poll(org.getKey(), poll.lease(now, LEASE), poll.after);
    }

    @Override
    public void settle(Poll taken, Outcome outcome) {
        synchronized (store) {
            store.of(taken.org())
                    .linkPoll
                    .filter(poll -> poll.isOurs(taken.attempt()))
                    .ifPresent(poll -> settle(store.of(taken.org()), poll, outcome));
        }
    }

    private void settle(MemoryStore.Tables tables, MemoryPoll poll, Outcome outcome) {
        Instant now = clock.instant();
        poll.leaseUntil = Optional.empty();
        switch (outcome) {
            case Outcome.Read(var minted, var unusable, var next) -> {
                Instant asked = poll.polledAt.orElse(now);
                minted.forEach(one -> keep(tables, one, asked));
                poll.roundUnusable += unusable;
                end(poll, next, now);
            }
            case Outcome.Unwanted(var why) -> later(poll, why, PollRule.LONGEST, now);
            case Outcome.Failed(var why) -> later(poll, why, PollRule.SHORTEST, now);
        }
    }

    private static void end(MemoryPoll poll, Optional<InviteeId> next, Instant now) {
        poll.after = next;
        poll.lastSuccess = Optional.of(now);
        poll.failure = Optional.empty();
        if (next.isEmpty()) {
            poll.settled = poll.heeded;
            poll.unusable = poll.roundUnusable;
            poll.nextAt = now.plus(PollRule.SHORTEST);
        }
    }

    private static void later(MemoryPoll poll, String why, Duration pause, Instant now) {
        poll.failure = Optional.of(new CatalogPolls.Failure(why, now, 1));
        poll.settled = poll.heeded;
        poll.after = Optional.empty();
        poll.nextAt = now.plus(pause);
    }

    private void keep(MemoryStore.Tables tables, Minted one, Instant asked) {
        MemoryOwedLinks.Row kept = tables.minted.get(one.record());
        if (kept != null && !kept.isAnew(asked)) {
            return;
        }
        Instant now = clock.instant();
        tables.links.put(one.link().id(), one.link());
        var _ = tables.linksKept.put(one.link().id(), now);
        tables.minted.put(one.record(), MemoryOwedLinks.Row.owed(one, now));
    }

    @Override
    public Optional<View> look(OrgId org) {
        synchronized (store) {
            return store.of(org)
                    .linkPoll
                    .map(
                            poll ->
                                    new View(
                                            poll.nextAt,
                                            poll.lastSuccess,
                                            poll.nudgedAt,
                                            poll.unusable,
                                            poll.failure.map(CatalogPolls.Failure::why)));
        }
    }
}
