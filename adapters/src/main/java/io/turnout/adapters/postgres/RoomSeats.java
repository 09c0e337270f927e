package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// How many seats an organiser wants in each room. The one place that may raise a ceiling.
final class RoomSeats {
    private static final String LOCK =
            """
            select room_id from room where org_id = :org
            and (event_id = :event or room_id = any(:rooms)) order by room_id for update
            """;
    private static final String SET =
            """
            insert into room (org_id, room_id, event_id, kind, seats, ceiling)
            values (:org, :room, :event, :kind, :seats, :seats)
            on conflict (org_id, room_id) do update set event_id = excluded.event_id,
            seats = excluded.seats,
            ceiling = case when excluded.seats is null then null
                else greatest(excluded.seats, room.taken + room.held) end
            """;
    private static final String CLOSE_OTHERS =
            """
            update room set seats = 0, ceiling = taken + held where org_id = :org
            and event_id = :event and room_id <> all(:rooms)
            """;

    /// Seats may be free for those who wait. Due before all times, since whoever locks the room
    /// next may have begun before this did.
    private static final String STIR =
            """
            update room set line_due_at = '-infinity' where org_id = :org and room_id = :event
            and waiting > 0
            """;

    private RoomSeats() {}

    static void set(Handle handle, Event event, Map<RoomId, Seats> seats) {
        List<String> ids = seats.keySet().stream().map(RoomId::id).toList();
        handle.createQuery(LOCK)
                .bind("org", event.org().value())
                .bind("event", event.id().value())
                .bindArray("rooms", String.class, ids)
                .mapTo(String.class)
                .list();
        new TreeMap<>(seats).forEach((room, wanted) -> set(handle, event, room, wanted));
        handle.createUpdate(CLOSE_OTHERS)
                .bind("org", event.org().value())
                .bind("event", event.id().value())
                .bindArray("rooms", String.class, ids)
                .execute();
        handle.createUpdate(STIR)
                .bind("org", event.org().value())
                .bind("event", event.id().value())
                .execute();
    }

    private static void set(Handle handle, Event event, RoomId room, Seats wanted) {
        Integer count =
                switch (wanted) {
                    case Seats.Limited(int limit) -> limit;
                    case Seats.Unlimited() -> null;
                };
        handle.createUpdate(SET)
                .bind("org", event.org().value())
                .bind("event", event.id().value())
                .bind("room", room.id())
                .bind("kind", Words.of(room.kind()))
                .bind("seats", count)
                .execute();
    }
}
