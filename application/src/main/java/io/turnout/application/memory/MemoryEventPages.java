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
import io.turnout.domain.publishing.Publication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        return new EventPage(
                event,
                tables.versions.getOrDefault(event.id(), 0L),
                tables.rooms.getOrDefault(event.id(), Map.of()));
    }

    @Override
    public void keep(Event event, Map<RoomId, Seats> seats) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(event.org());
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
            Optional<Publication> was = publication(tables, event.id());
            tables.events.put(event.id(), event);
            tables.put(event.id(), after);
            if (!publication(tables, event.id()).equals(was)) {
                tables.versions.merge(event.id(), 1L, Long::sum);
            }
        }
    }

    @Override
    public void withdraw(OrgId org, EventId event) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            Event kept = tables.events.get(event);
            if (kept != null && kept.status() == EventStatus.PUBLISHED) {
                tables.events.put(event, withdrawn(kept));
                tables.versions.merge(event, 1L, Long::sum);
            }
        }
    }

    private static Event withdrawn(Event kept) {
        return new Event(
                kept.org(),
                kept.id(),
                kept.name(),
                kept.startsAt(),
                kept.endsAt(),
                kept.timeZone(),
                EventStatus.WITHDRAWN,
                kept.items(),
                kept.sessions());
    }

    @Override
    public Map<EventId, Publication> kept(OrgId org, Collection<EventId> events) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            return events.stream()
                    .distinct()
                    .filter(event -> isShown(tables.events.get(event)))
                    .collect(
                            Collectors.toMap(
                                    Function.identity(),
                                    event -> publication(tables, event).orElseThrow()));
        }
    }

    private static boolean isShown(@Nullable Event event) {
        return event != null && event.status() == EventStatus.PUBLISHED;
    }

    private static Optional<Publication> publication(MemoryStore.Tables tables, EventId id) {
        Map<RoomId, Seats> seats = new LinkedHashMap<>();
        tables.rooms.getOrDefault(id, Map.of()).forEach((room, at) -> seats.put(room, at.seats()));
        return Optional.ofNullable(tables.events.get(id))
                .map(event -> new Publication(event, seats));
    }

    @Override
    public Map<String, EventId> showing(OrgId org, Collection<String> records) {
        synchronized (store) {
            Map<String, EventId> showing = new LinkedHashMap<>();
            for (Event event : store.of(org).events.values()) {
                if (event.status() == EventStatus.PUBLISHED) {
                    showing.put(event.id().value(), event.id());
                    event.items().forEach(item -> showing.put(item.id().value(), event.id()));
                    event.sessions().forEach(one -> showing.put(one.id().value(), event.id()));
                }
            }
            showing.keySet().retainAll(Set.copyOf(records));
            return showing;
        }
    }

    private static Capacity seated(Capacity room, Seats wanted) {
        return new Capacity(room.room(), wanted, room.held(), room.taken());
    }
}
