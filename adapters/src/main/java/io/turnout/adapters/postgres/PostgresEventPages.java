package io.turnout.adapters.postgres;

import io.turnout.application.publishing.EventContents;
import io.turnout.application.publishing.EventPage;
import io.turnout.application.publishing.EventPages;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Publication;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Events and how their rooms stand, in PostgreSQL. One look tells the version and the counts;
/// what that version says may come from wherever it is remembered.
public final class PostgresEventPages implements EventPages {
    private static final int LOOKS_MAX = 3;
    private static final String PUBLISHED =
            """
            select event_id from event where org_id = :org and status = 'published'
            and event_id > :after order by event_id limit :limit
            """;
    private static final String SHOWING =
            """
            select part.id, event.event_id from (
                select event_id as id, event_id from event
                    where org_id = :org and event_id = any(:ids)
                union all select item_id, event_id from event_item
                    where org_id = :org and item_id = any(:ids)
                union all select session_id, event_id from event_session
                    where org_id = :org and session_id = any(:ids)
            ) as part
            join event on org_id = :org and event.event_id = part.event_id
                and status = 'published'
            """;

    private final Gate gate;
    private final EventContents contents;

    public PostgresEventPages(Gate gate) {
        this(gate, new PostgresEventContents(gate));
    }

    public PostgresEventPages(Gate gate, EventContents contents) {
        this.gate = gate;
        this.contents = contents;
    }

    @Override
    public Optional<EventPage> find(OrgId org, EventId event) {
        return pages(org, List.of(event.value())).stream().findFirst();
    }

    @Override
    public List<EventPage> page(OrgId org, Optional<EventId> after, int limit) {
        return pages(
                org,
                gate.read(
                        org,
                        handle ->
                                handle.createQuery(PUBLISHED)
                                        .bind("org", org.value())
                                        .bind("after", after.map(EventId::value).orElse(""))
                                        .bind("limit", Math.min(limit, PAGE_MAX))
                                        .mapTo(String.class)
                                        .list()));
    }

    /// An event that moves on between the two looks is looked at again.
    private List<EventPage> pages(OrgId org, List<String> ids) {
        List<EventPage> pages = new ArrayList<>();
        List<String> missing = ids;
        for (int look = 0; look < LOOKS_MAX && !missing.isEmpty(); look++) {
            List<String> asked = missing;
            Map<EventId, EventHead> heads =
                    gate.read(org, handle -> EventHead.read(handle, org, asked));
            Map<EventId, Event> said = contents.find(org, EventHead.versions(heads));
            heads.forEach(
                    (id, head) ->
                            Optional.ofNullable(said.get(id))
                                    .ifPresent(event -> pages.add(head.page(event))));
            missing =
                    heads.keySet().stream()
                            .filter(id -> !said.containsKey(id))
                            .map(EventId::value)
                            .toList();
        }
        pages.sort((one, other) -> id(one).compareTo(id(other)));
        return pages;
    }

    private static String id(EventPage page) {
        return page.event().id().value();
    }

    @Override
    public Map<EventId, Publication> kept(OrgId org, Collection<EventId> events) {
        List<String> ids = events.stream().map(EventId::value).distinct().toList();
        return gate.jdbi()
                .inTransaction(
                        TransactionIsolationLevel.REPEATABLE_READ,
                        handle -> kept(handle, org, ids));
    }

    private static Map<EventId, Publication> kept(Handle handle, OrgId org, List<String> ids) {
        Map<EventId, EventHead> heads = EventHead.read(handle, org, ids);
        Map<EventId, Publication> kept = new HashMap<>();
        for (EventRows.Versioned one : EventRows.read(handle, org, ids)) {
            EventHead head = heads.get(one.event().id());
            if (head != null) {
                kept.put(one.event().id(), new Publication(one.event(), head.seats()));
            }
        }
        return kept;
    }

    @Override
    public Map<String, EventId> showing(OrgId org, Collection<String> records) {
        Map<String, EventId> showing = new HashMap<>();
        List<Map.Entry<String, EventId>> found =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(SHOWING)
                                                .bind("org", org.value())
                                                .bindArray("ids", String.class, Set.copyOf(records))
                                                .map((row, _) -> shown(row))
                                                .list());
        found.forEach(one -> showing.put(one.getKey(), one.getValue()));
        return showing;
    }

    private static Map.Entry<String, EventId> shown(ResultSet row) throws SQLException {
        return Map.entry(row.getString(1), new EventId(row.getString(2)));
    }

    @Override
    public void keep(Event event, Map<RoomId, Seats> seats) {
        Patience.run(() -> gate.write(event.org(), handle -> EventKeep.keep(handle, event, seats)));
    }

    @Override
    public void withdraw(OrgId org, EventId event) {
        Patience.run(() -> gate.write(org, handle -> EventRows.withdraw(handle, org, event)));
    }
}
