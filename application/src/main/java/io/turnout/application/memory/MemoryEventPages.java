package io.turnout.application.memory;

import io.turnout.application.publishing.EventPage;
import io.turnout.application.publishing.EventPages;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Events in memory.
public final class MemoryEventPages implements EventPages {
    private final MemoryStore store;

    MemoryEventPages(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<EventPage> find(OrgId org, EventId event) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            return Optional.ofNullable(tables.events.get(event))
                    .filter(kept -> kept.status() == EventStatus.PUBLISHED)
                    .map(kept -> page(tables, kept));
        }
    }

    @Override
    public List<EventPage> page(OrgId org, Optional<EventId> after, int limit) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            return tables.events.values().stream()
                    .filter(kept -> kept.status() == EventStatus.PUBLISHED)
                    .filter(kept -> comesAfter(kept, after))
                    .limit(Math.min(limit, PAGE_MAX))
                    .map(kept -> page(tables, kept))
                    .toList();
        }
    }

    private static boolean comesAfter(Event kept, Optional<EventId> after) {
        return after.isEmpty() || kept.id().value().compareTo(after.get().value()) > 0;
    }

    private static EventPage page(MemoryStore.Tables tables, Event event) {
        return new EventPage(event, tables.rooms.getOrDefault(event.id(), Map.of()));
    }

    @Override
    public void keep(Event event, Map<RoomId, Seats> seats) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(event.org());
            Event kept = tables.events.get(event.id());
            if (kept != null && kept.version() > event.version()) {
                return;
            }
            Map<RoomId, Capacity> before =
                    tables.rooms.computeIfAbsent(event.id(), _ -> new LinkedHashMap<>());
            List<Capacity> after = new ArrayList<>();
            before.values().stream()
                    .filter(room -> !seats.containsKey(room.room()))
                    .map(room -> seated(room, new Seats.Limited(0)))
                    .forEach(after::add);
            seats.forEach(
                    (room, wanted) -> {
                        Capacity now = before.get(room);
                        after.add(
                                now == null
                                        ? new Capacity(room, wanted, 0, 0)
                                        : seated(now, wanted));
                    });
            tables.events.put(event.id(), event);
            tables.put(event.id(), after);
        }
    }

    private static Capacity seated(Capacity room, Seats wanted) {
        return new Capacity(room.room(), wanted, room.held(), room.taken());
    }
}
