package io.turnout.application.memory;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Offer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Wrapped keys in memory, where every org is at home.
public final class MemoryOrgKeys implements OrgKeys {
    private final Map<OrgId, Map<Purpose, Wrapped>> orgs = new ConcurrentHashMap<>();
    private final MemoryStore store;
    private final InstantSource clock;

    /// Keys beside a storage without events: nothing is on sale.
    public MemoryOrgKeys() {
        this(new MemoryStore(), () -> Instant.EPOCH);
    }

    MemoryOrgKeys(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Map<Purpose, Wrapped>> find(OrgId org) {
        return Optional.ofNullable(orgs.get(org));
    }

    @Override
    public Optional<Map<Purpose, Wrapped>> keepFirst(OrgId org, Map<Purpose, Wrapped> keys) {
        Map<Purpose, Wrapped> earlier = orgs.putIfAbsent(org, Map.copyOf(keys));
        return Optional.of(earlier == null ? Map.copyOf(keys) : earlier);
    }

    @Override
    public List<OrgId> onSale(int limit) {
        synchronized (store) {
            Instant now = clock.instant();
            return store.orgs.entrySet().stream()
                    .filter(org -> sells(org.getValue(), now))
                    .map(Map.Entry::getKey)
                    .limit(limit)
                    .toList();
        }
    }

    private static boolean sells(MemoryStore.Tables org, Instant now) {
        return org.events.values().stream()
                .map(event -> new Offer(event.status(), event.startsAt(), event.endsAt()))
                .anyMatch(offer -> offer.openAt(now));
    }
}
