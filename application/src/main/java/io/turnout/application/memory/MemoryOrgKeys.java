package io.turnout.application.memory;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Offer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Wrapped keys in memory, where every org is at home, and where nobody is late to hear of a new
/// key: an older one is retired at once.
public final class MemoryOrgKeys implements OrgKeys {
    private static final Comparator<Name> ORDER =
            Comparator.comparing((Name name) -> name.org().value())
                    .thenComparing(Name::purpose)
                    .thenComparing(Comparator.comparing(Name::id).reversed());

    private final SortedMap<Name, byte[]> keys = new TreeMap<>(ORDER);
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
    public List<Wrapped> find(OrgId org) {
        synchronized (keys) {
            return keys.entrySet().stream()
                    .filter(entry -> entry.getKey().org().equals(org))
                    .map(this::wrapped)
                    .toList();
        }
    }

    private Wrapped wrapped(Map.Entry<Name, byte[]> entry) {
        Name name = entry.getKey();
        boolean retired = keys.containsKey(new Name(name.org(), name.purpose(), name.id() + 1));
        return new Wrapped(name, entry.getValue(), retired);
    }

    @Override
    public List<Wrapped> keepFirst(OrgId org, List<Wrapped> first) {
        synchronized (keys) {
            if (find(org).isEmpty()) {
                first.forEach(key -> keys.put(key.name(), key.key()));
            }
            return find(org);
        }
    }

    @Override
    public boolean add(Name name, byte[] wrapped) {
        synchronized (keys) {
            return keys.putIfAbsent(name, wrapped) == null;
        }
    }

    @Override
    public boolean rewrap(Wrapped was, byte[] wrapped) {
        synchronized (keys) {
            return keys.replace(was.name(), was.key(), wrapped);
        }
    }

    @Override
    public boolean drop(Name name) {
        synchronized (keys) {
            boolean retired =
                    find(name.org()).stream()
                            .anyMatch(key -> key.name().equals(name) && key.retired());
            return retired && keys.remove(name) != null;
        }
    }

    @Override
    public List<Wrapped> list(Optional<OrgId> after, int limit) {
        synchronized (keys) {
            return keys.keySet().stream()
                    .map(Name::org)
                    .distinct()
                    .filter(org -> after.isEmpty() || org.value().compareTo(last(after)) > 0)
                    .limit(limit)
                    .flatMap(org -> find(org).stream())
                    .toList();
        }
    }

    private static String last(Optional<OrgId> after) {
        return after.map(OrgId::value).orElse("");
    }

    @Override
    public List<OrgId> replacing() {
        synchronized (keys) {
            return keys.keySet().stream()
                    .map(Name::org)
                    .distinct()
                    .filter(org -> find(org).stream().anyMatch(Wrapped::retired))
                    .toList();
        }
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
