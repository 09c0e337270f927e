package io.turnout.application.memory;

import io.turnout.application.publishing.OrgCatalog;
import io.turnout.application.publishing.Refreshes;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Pulled;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is to be pulled again, in memory.
public final class MemoryRefreshes implements Refreshes {
    private final MemoryStore store;
    private final InstantSource clock;
    private final MemoryEventPages pages;

    MemoryRefreshes(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.pages = new MemoryEventPages(store);
    }

    @Override
    public int want(OrgId org, Collection<EventId> events, Cause cause) {
        synchronized (store) {
            return (int) events.stream().distinct().filter(one -> want(org, one, cause)).count();
        }
    }

    /// Whether it was not wanted already.
    private boolean want(OrgId org, EventId event, Cause cause) {
        MemoryWish wish = wish(org, event);
        boolean fresh = !wish.pending();
        boolean live = cause == Cause.NUDGE;
        Instant soonest = wish.soonest(clock.instant());
        if (fresh || (live && soonest.isBefore(wish.dueAt))) {
            wish.dueAt = soonest;
        }
        wish.live = live || (!fresh && wish.live);
        wish.wanted++;
        return fresh;
    }

    private MemoryWish wish(OrgId org, EventId event) {
        return store.of(org).wishes.computeIfAbsent(event, _ -> new MemoryWish());
    }

    @Override
    public void wantKept(OrgId org) {
        synchronized (store) {
            List<EventId> shown =
                    store.of(org).events.values().stream()
                            .filter(event -> event.status() == EventStatus.PUBLISHED)
                            .map(Event::id)
                            .toList();
            int _ = want(org, shown, Cause.SWEEP);
        }
    }

    @Override
    public Optional<Refresh> take() {
        synchronized (store) {
            Instant now = clock.instant();
            Comparator<OrgId> turns =
                    Comparator.comparing((OrgId org) -> !anyLive(org, now))
                            .thenComparing(org -> store.of(org).refreshedAt);
            return store.orgs.keySet().stream()
                    .filter(org -> mayGo(org, now))
                    .min(turns)
                    .map(org -> take(org, now));
        }
    }

    private boolean mayGo(OrgId org, Instant now) {
        Collection<MemoryWish> all = store.of(org).wishes.values();
        return anyLive(org, now)
                || (all.stream().anyMatch(wish -> wish.dueAt(now))
                        && all.stream().noneMatch(wish -> wish.leasedAt(now)));
    }

    private boolean anyLive(OrgId org, Instant now) {
        return store.of(org).wishes.values().stream()
                .anyMatch(wish -> wish.live && wish.dueAt(now));
    }

    private Refresh take(OrgId org, Instant now) {
        MemoryStore.Tables tables = store.of(org);
        tables.refreshedAt = now;
        Comparator<Map.Entry<EventId, MemoryWish>> order =
                Comparator.comparing((Map.Entry<EventId, MemoryWish> one) -> !one.getValue().live)
                        .thenComparing(one -> one.getValue().dueAt);
        return new Refresh(
                org,
                tables.wishes.entrySet().stream()
                        .filter(one -> one.getValue().dueAt(now))
                        .sorted(order)
                        .limit(OrgCatalog.EVENTS_MAX)
                        .map(one -> lease(one.getKey(), one.getValue(), now))
                        .toList());
    }

    private static Wanted lease(EventId event, MemoryWish wish, Instant now) {
        wish.attempt++;
        wish.leaseUntil = Optional.of(now.plus(LEASE));
        wish.pulledAt = Optional.of(now);
        return new Wanted(event, wish.attempt, wish.wanted);
    }

    @Override
    public boolean settle(Refresh refresh, Pulled pulled) {
        synchronized (store) {
            Optional<Wanted> ours = ours(refresh, pulled.event());
            ours.ifPresent(wanted -> settle(refresh.org(), wanted, pulled));
            return ours.isPresent();
        }
    }

    private Optional<Wanted> ours(Refresh refresh, EventId event) {
        return refresh.events().stream()
                .filter(wanted -> wanted.event().equals(event))
                .filter(wanted -> isOurs(refresh.org(), wanted))
                .findFirst();
    }

    private boolean isOurs(OrgId org, Wanted wanted) {
        MemoryWish wish = wish(org, wanted.event());
        return wish.attempt == wanted.attempt() && wish.leaseUntil.isPresent();
    }

    private void settle(OrgId org, Wanted wanted, Pulled pulled) {
        MemoryWish wish = wish(org, wanted.event());
        wish.trouble = Optional.empty();
        switch (pulled) {
            case Pulled.Published(var it) -> pages.keep(it.event(), it.seats());
            case Pulled.Withdrawn(var event) -> pages.withdraw(org, event);
            case Pulled.Unfit(_, var trouble) -> wish.trouble = Optional.of(trouble);
        }
        wish.failures = 0;
        wish.failure = Optional.empty();
        wish.settled = wanted.wish();
        wish.leaseUntil = Optional.empty();
        wish.live = wish.live && wish.pending();
        wish.dueAt = wish.soonest(clock.instant());
    }

    @Override
    public void postpone(Refresh refresh, String why) {
        synchronized (store) {
            for (Wanted wanted : refresh.events()) {
                if (isOurs(refresh.org(), wanted)) {
                    MemoryWish wish = wish(refresh.org(), wanted.event());
                    wish.failures++;
                    wish.failure = Optional.of(why);
                    wish.leaseUntil = Optional.empty();
                    wish.dueAt = clock.instant().plus(RETRY.after(wish.failures, 1));
                }
            }
        }
    }

    @Override
    public Set<EventId> troubled(OrgId org, Collection<EventId> events) {
        synchronized (store) {
            return store.of(org).wishes.entrySet().stream()
                    .filter(one -> one.getValue().trouble.isPresent())
                    .map(Map.Entry::getKey)
                    .filter(events::contains)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    public List<View> look(OrgId org, int limit) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            return tables.wishes.entrySet().stream()
                    .map(one -> view(tables, one.getKey(), one.getValue()))
                    .sorted(
                            Comparator.comparing((View view) -> view.trouble().isEmpty())
                                    .thenComparing(view -> !view.pending()))
                    .limit(limit)
                    .toList();
        }
    }

    private static View view(MemoryStore.Tables tables, EventId event, MemoryWish wish) {
        return new View(
                event,
                Optional.ofNullable(tables.versions.get(event)),
                Optional.ofNullable(tables.events.get(event))
                        .filter(kept -> kept.status() == EventStatus.PUBLISHED)
                        .isPresent(),
                wish.pulledAt,
                wish.pending(),
                wish.failure,
                wish.trouble,
                tables.waiting(event));
    }
}
