package io.turnout.adapters.postgres;

import io.turnout.application.publishing.EventPage;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What changes of a published event: its version, and how its rooms stand.
record EventHead(long version, Map<RoomId, Capacity> rooms) {
    private static final String READ =
            """
            select event.version, event.event_id as shown_id, room_id, room.event_id, kind, seats,
                held, taken, waiting, line_due_at <= now() as line_due
            from event left join room on room.org_id = event.org_id
                and room.event_id = event.event_id
            where event.org_id = :org and event.event_id = any(:ids) and status = 'published'
            """;

    private record Row(EventId event, long version, Optional<Capacity> room) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    new EventId(row.getString("shown_id")),
                    row.getLong("version"),
                    row.getString("room_id") == null
                            ? Optional.empty()
                            : Optional.of(RoomRow.read(row).capacity()));
        }
    }

    /// In one statement, so that version and counts are of one moment.
    static Map<EventId, EventHead> read(Handle handle, OrgId org, List<String> ids) {
        List<Row> rows =
                handle.createQuery(READ)
                        .bind("org", org.value())
                        .bindArray("ids", String.class, ids)
                        .map((row, _) -> Row.read(row))
                        .list();
        Map<EventId, EventHead> heads = new HashMap<>();
        for (Row row : rows) {
            EventHead head =
                    heads.computeIfAbsent(
                            row.event(), _ -> new EventHead(row.version(), new HashMap<>()));
            row.room().ifPresent(room -> head.rooms.put(room.room(), room));
        }
        return heads;
    }

    static Map<EventId, Long> versions(Map<EventId, EventHead> heads) {
        Map<EventId, Long> versions = new HashMap<>();
        heads.forEach((id, head) -> versions.put(id, head.version));
        return versions;
    }

    EventPage page(Event event) {
        return new EventPage(event, version, rooms);
    }

    Map<RoomId, Seats> seats() {
        Map<RoomId, Seats> seats = new HashMap<>();
        rooms.forEach((id, room) -> seats.put(id, room.seats()));
        return seats;
    }
}
