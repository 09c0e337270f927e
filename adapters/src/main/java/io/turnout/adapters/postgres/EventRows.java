package io.turnout.adapters.postgres;

import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The rows of an event, its items and its sessions.
final class EventRows {
    private static final String EVENTS =
            """
            select * from event where org_id = :org and event_id = any(:ids) order by event_id
            """;
    private static final String ITEMS =
            """
            select * from event_item where org_id = :org and event_id = any(:ids)
            order by event_id, position
            """;
    private static final String SESSIONS =
            """
            select * from event_session where org_id = :org and event_id = any(:ids)
            order by event_id, position
            """;
    private static final String KEEP_EVENT =
            """
            insert into event
            (org_id, event_id, name, starts_at, ends_at, time_zone, status, version)
            values (:org, :event, :name, :starts, :ends, :zone, :status, 1)
            on conflict (org_id, event_id) do update set name = excluded.name,
            starts_at = excluded.starts_at, ends_at = excluded.ends_at,
            time_zone = excluded.time_zone, status = excluded.status, version = event.version + 1
            """;
    private static final String LOCK =
            "select version from event where org_id = :org and event_id = :event for update";
    private static final String WITHDRAW =
            """
            update event set status = 'withdrawn', version = version + 1
            where org_id = :org and event_id = :event and status = 'published'
            """;
    // A part that moved from one event to another changes both.
    private static final String TAKE_ITEMS =
            """
            with gone as (delete from event_item where org_id = :org and item_id = any(:ids)
                and event_id <> :event returning event_id)
            update event set version = version + 1
            where org_id = :org and event_id in (select event_id from gone)
            """;
    private static final String TAKE_SESSIONS =
            """
            with gone as (delete from event_session where org_id = :org and session_id = any(:ids)
                and event_id <> :event returning event_id)
            update event set version = version + 1
            where org_id = :org and event_id in (select event_id from gone)
            """;
    private static final String DROP_ITEMS =
            "delete from event_item where org_id = :org and event_id = :event";
    private static final String DROP_SESSIONS =
            "delete from event_session where org_id = :org and event_id = :event";
    private static final String KEEP_ITEM =
            """
            insert into event_item (org_id, item_id, event_id, position, name, price)
            values (:org, :id, :event, :position, :name, :price)
            """;
    private static final String KEEP_SESSION =
            """
            insert into event_session
            (org_id, session_id, event_id, position, name, starts_at, ends_at)
            values (:org, :id, :event, :position, :name, :starts, :ends)
            """;

    private EventRows() {}

    /// An event as it is kept.
    record Versioned(Event event, long version) {}

    /// Those of `ids` that are kept, withdrawn ones too, each with its version. Within a
    /// snapshot, since parts and version belong together.
    static List<Versioned> read(Handle handle, OrgId org, List<String> ids) {
        Map<String, List<EventItem>> items = new HashMap<>();
        handle.createQuery(ITEMS)
                .bind("org", org.value())
                .bindArray("ids", String.class, ids)
                .map((row, _) -> Map.entry(row.getString("event_id"), item(row)))
                .forEach(entry -> add(items, entry));
        Map<String, List<EventSession>> sessions = new HashMap<>();
        handle.createQuery(SESSIONS)
                .bind("org", org.value())
                .bindArray("ids", String.class, ids)
                .map((row, _) -> Map.entry(row.getString("event_id"), session(row)))
                .forEach(entry -> add(sessions, entry));
        return handle.createQuery(EVENTS)
                .bind("org", org.value())
                .bindArray("ids", String.class, ids)
                .map((row, _) -> event(org, row, items, sessions))
                .list();
    }

    private static <T> void add(Map<String, List<T>> all, Map.Entry<String, T> one) {
        all.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue());
    }

    private static Versioned event(
            OrgId org,
            ResultSet row,
            Map<String, List<EventItem>> items,
            Map<String, List<EventSession>> sessions)
            throws SQLException {
        String id = row.getString("event_id");
        Event event =
                new Event(
                        org,
                        new EventId(id),
                        row.getString("name"),
                        instant(row, "starts_at"),
                        instant(row, "ends_at"),
                        ZoneId.of(row.getString("time_zone")),
                        Words.read(EventStatus.class, row.getString("status")),
                        items.getOrDefault(id, List.of()),
                        sessions.getOrDefault(id, List.of()));
        return new Versioned(event, row.getLong("version"));
    }

    private static EventItem item(ResultSet row) throws SQLException {
        return new EventItem(
                new ItemId(row.getString("item_id")),
                row.getString("name"),
                row.getBigDecimal("price"));
    }

    private static EventSession session(ResultSet row) throws SQLException {
        return new EventSession(
                new SessionId(row.getString("session_id")),
                row.getString("name"),
                instant(row, "starts_at"),
                instant(row, "ends_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Locks an event against whoever else would keep it; says whether there is one.
    static boolean lock(Handle handle, OrgId org, EventId event) {
        return handle.createQuery(LOCK)
                .bind("org", org.value())
                .bind("event", event.value())
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    static void withdraw(Handle handle, OrgId org, EventId event) {
        int _ =
                handle.createUpdate(WITHDRAW)
                        .bind("org", org.value())
                        .bind("event", event.value())
                        .execute();
    }

    private static void take(Handle handle, String sql, Event event, List<String> ids) {
        int _ =
                handle.createUpdate(sql)
                        .bind("org", event.org().value())
                        .bind("event", event.id().value())
                        .bindArray("ids", String.class, ids)
                        .execute();
    }

    /// Keeps an event as a new version of itself.
    static void keep(Handle handle, Event event) {
        int _ =
                handle.createUpdate(KEEP_EVENT)
                        .bind("org", event.org().value())
                        .bind("event", event.id().value())
                        .bind("name", event.name())
                        .bind("starts", event.startsAt())
                        .bind("ends", event.endsAt())
                        .bind("zone", event.timeZone().getId())
                        .bind("status", Words.of(event.status()))
                        .execute();
        keepItems(handle, event);
        keepSessions(handle, event);
    }

    private static void keepItems(Handle handle, Event event) {
        take(handle, TAKE_ITEMS, event, event.items().stream().map(i -> i.id().value()).toList());
        handle.createUpdate(DROP_ITEMS)
                .bind("org", event.org().value())
                .bind("event", event.id().value())
                .execute();
        int position = 0;
        for (EventItem item : event.items()) {
            handle.createUpdate(KEEP_ITEM)
                    .bind("org", event.org().value())
                    .bind("event", event.id().value())
                    .bind("id", item.id().value())
                    .bind("position", position++)
                    .bind("name", item.name())
                    .bind("price", item.price())
                    .execute();
        }
    }

    private static void keepSessions(Handle handle, Event event) {
        take(
                handle,
                TAKE_SESSIONS,
                event,
                event.sessions().stream().map(s -> s.id().value()).toList());
        handle.createUpdate(DROP_SESSIONS)
                .bind("org", event.org().value())
                .bind("event", event.id().value())
                .execute();
        int position = 0;
        for (EventSession session : event.sessions()) {
            handle.createUpdate(KEEP_SESSION)
                    .bind("org", event.org().value())
                    .bind("event", event.id().value())
                    .bind("id", session.id().value())
                    .bind("position", position++)
                    .bind("name", session.name())
                    .bind("starts", session.startsAt())
                    .bind("ends", session.endsAt())
                    .execute();
        }
    }
}
