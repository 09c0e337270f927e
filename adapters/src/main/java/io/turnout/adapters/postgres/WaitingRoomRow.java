package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.RoomKind;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Front;
import io.turnout.domain.waitingroom.Numbers;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How a waiting room is read: its row, its calls and the clock, in one look.
final class WaitingRoomRow {
    /// The database's clock, as fine as a ticket tells it.
    static final String NOW = "date_trunc('milliseconds', now())";

    /// Put a condition behind it.
    static final String READ =
            """
            select r.*, date_trunc('milliseconds', now()) as as_of, c.uptos, c.ats
            from waiting_room r
            left join lateral (
                select array_agg(upto order by upto) as uptos,
                    array_agg(cast(extract(epoch from called_at) * 1000 as bigint) order by upto)
                        as ats
                from waiting_call c
                where c.org_id = r.org_id and c.event_id = r.event_id and c.epoch = r.epoch
            ) c on true
            """;

    private WaitingRoomRow() {}

    static WaitingRoom read(ResultSet row) throws SQLException {
        return new WaitingRoom(
                new WaitingRoomId(
                        new OrgId(row.getString("org_id")),
                        new EventId(row.getString("event_id")),
                        row.getLong("epoch")),
                Words.read(WaitingRoom.Status.class, row.getString("status")),
                EventRows.instant(row, "starts_at"),
                new Numbers(row.getLong("issued"), early(row), EventRows.instant(row, "last_at")),
                new Front(row.getDouble("pace"), calls(row)),
                soldOut(row),
                EventRows.instant(row, "as_of"));
    }

    private static OptionalLong early(ResultSet row) throws SQLException {
        long early = row.getLong("early");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(early);
    }

    private static Optional<RoomId> soldOut(ResultSet row) throws SQLException {
        String kind = row.getString("sold_out_kind");
        return kind == null
                ? Optional.empty()
                : Optional.of(
                        new RoomId(Words.read(RoomKind.class, kind), row.getString("sold_out_id")));
    }

    private static List<Front.Call> calls(ResultSet row) throws SQLException {
        List<Front.Call> calls = new ArrayList<>();
        if (row.getArray("uptos") != null) {
            Long[] uptos = (Long[]) row.getArray("uptos").getArray();
            Long[] ats = (Long[]) row.getArray("ats").getArray();
            for (int i = 0; i < uptos.length; i++) {
                calls.add(new Front.Call(uptos[i], Instant.ofEpochMilli(ats[i])));
            }
        }
        return calls;
    }
}
