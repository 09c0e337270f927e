package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.RoomKind;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.EventId;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A row of `room`, and the event it belongs to. That of an event knows its line too.
record RoomRow(EventId event, Capacity capacity, int waiting, boolean lineDue) {
    static final String COLUMNS =
            "room_id, event_id, kind, seats, held, taken, waiting, line_due_at <= now() as"
                    + " line_due";

    boolean isEvent() {
        return capacity.room().kind() == RoomKind.EVENT;
    }

    static RoomRow read(ResultSet row) throws SQLException {
        RoomKind kind = Words.read(RoomKind.class, row.getString("kind"));
        int count = row.getInt("seats");
        Seats seats = row.wasNull() ? new Seats.Unlimited() : new Seats.Limited(count);
        return new RoomRow(
                new EventId(row.getString("event_id")),
                new Capacity(
                        new RoomId(kind, row.getString("room_id")),
                        seats,
                        row.getInt("held"),
                        row.getInt("taken")),
                row.getInt("waiting"),
                row.getBoolean("line_due"));
    }
}
