package io.turnout.adapters.postgres;

import io.turnout.application.publishing.Refreshes;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Trouble;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How the events of an org stand, for operators.
final class RefreshViews {
    private static final String READ =
            """
            select r.event_id, e.version, coalesce(e.status = 'published', false) as shown,
                r.pulled_at, r.wanted > r.settled as pending, r.failure, r.trouble,
                r.trouble_fields, coalesce(room.waiting, 0) as waiting
            from event_refresh r
            left join event e on e.org_id = r.org_id and e.event_id = r.event_id
            left join room on room.org_id = r.org_id and room.room_id = r.event_id
            where r.org_id = :org
            order by r.trouble is null, r.wanted <= r.settled, r.event_id limit :limit
            """;

    private RefreshViews() {}

    static List<Refreshes.View> read(Handle handle, OrgId org, int limit) {
        return handle.createQuery(READ)
                .bind("org", org.value())
                .bind("limit", limit)
                .map((row, _) -> view(row))
                .list();
    }

    private static Refreshes.View view(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        Optional<Long> kept = row.wasNull() ? Optional.empty() : Optional.of(version);
        return new Refreshes.View(
                new EventId(row.getString("event_id")),
                kept,
                row.getBoolean("shown"),
                moment(row, "pulled_at"),
                row.getBoolean("pending"),
                Optional.ofNullable(row.getString("failure")),
                trouble(row),
                row.getInt("waiting"));
    }

    private static Optional<Trouble> trouble(ResultSet row) throws SQLException {
        String why = row.getString("trouble");
        String[] fields = (String[]) row.getArray("trouble_fields").getArray();
        return why == null
                ? Optional.empty()
                : Optional.of(new Trouble(why, Arrays.asList(fields)));
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
