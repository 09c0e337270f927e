package io.turnout.adapters.postgres;

import io.turnout.application.publishing.EventPage;
import io.turnout.application.publishing.EventPages;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Events and how their rooms stand, in PostgreSQL.
public final class PostgresEventPages implements EventPages {
    private static final String PUBLISHED =
            """
            select event_id from event where org_id = :org and status = 'published'
            and event_id > :after order by event_id limit :limit
            """;
    private static final String ROOMS =
            "select " + RoomRow.COLUMNS + " from room where org_id = :org and event_id = any(:ids)";

    private final Gate gate;

    public PostgresEventPages(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Optional<EventPage> find(OrgId org, EventId event) {
        return gate.jdbi().withHandle(handle -> pages(handle, org, List.of(event.value()))).stream()
                .findFirst();
    }

    @Override
    public List<EventPage> page(OrgId org, Optional<EventId> after, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                pages(
                                        handle,
                                        org,
                                        handle.createQuery(PUBLISHED)
                                                .bind("org", org.value())
                                                .bind("after", after.map(EventId::value).orElse(""))
                                                .bind("limit", Math.min(limit, PAGE_MAX))
                                                .mapTo(String.class)
                                                .list()));
    }

    private static List<EventPage> pages(Handle handle, OrgId org, List<String> ids) {
        Map<EventId, Map<RoomId, Capacity>> rooms = new HashMap<>();
        handle.createQuery(ROOMS)
                .bind("org", org.value())
                .bindArray("ids", String.class, ids)
                .map((row, _) -> RoomRow.read(row))
                .forEach(
                        room ->
                                rooms.computeIfAbsent(room.event(), _ -> new HashMap<>())
                                        .put(room.capacity().room(), room.capacity()));
        List<EventPage> pages = new ArrayList<>();
        for (Event event : EventRows.read(handle, org, ids)) {
            pages.add(new EventPage(event, rooms.getOrDefault(event.id(), Map.of())));
        }
        return pages;
    }

    @Override
    public void keep(Event event, Map<RoomId, Seats> seats) {
        gate.write(
                event.org(),
                handle -> {
                    if (EventRows.keep(handle, event)) {
                        RoomSeats.set(handle, event, seats);
                    }
                });
    }
}
