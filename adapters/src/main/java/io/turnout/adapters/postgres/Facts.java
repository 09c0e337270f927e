package io.turnout.adapters.postgres;

import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.licensing.License;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Offer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a batch must know beside its rooms and keys, in one look: the database's clock, the org's
/// licence, and whether each event is open.
record Facts(Instant now, Optional<License> license, Map<EventId, Offer> offers) {
    private static final String READ =
            """
            select now() as now, l.number, l.status as status, l.confirmed_at, e.event_id,
                e.status as event_status, e.starts_at, e.ends_at
            from (values (cast(:org as text))) as this(org_id)
            left join license l on l.org_id = this.org_id
            left join event e on e.org_id = this.org_id and e.event_id = any(:events)
            """;

    private record Row(
            Instant now,
            Optional<License> license,
            Optional<EventId> event,
            Optional<Offer> offer) {
        static Row of(OrgId org, ResultSet row) throws SQLException {
            boolean licensed = row.getString("number") != null;
            boolean known = row.getString("event_id") != null;
            return new Row(
                    EventRows.instant(row, "now"),
                    licensed ? Optional.of(PostgresLicenses.license(org, row)) : Optional.empty(),
                    known ? Optional.of(new EventId(row.getString("event_id"))) : Optional.empty(),
                    known ? Optional.of(offer(row)) : Optional.empty());
        }

        private static Offer offer(ResultSet row) throws SQLException {
            return new Offer(
                    Words.read(EventStatus.class, row.getString("event_status")),
                    EventRows.instant(row, "starts_at"),
                    EventRows.instant(row, "ends_at"));
        }
    }

    static Facts read(Handle handle, OrgId org, Collection<EventId> events) {
        List<Row> rows =
                handle.createQuery(READ)
                        .bind("org", org.value())
                        .bindArray(
                                "events",
                                String.class,
                                events.stream().map(EventId::value).toList())
                        .map((row, _) -> Row.of(org, row))
                        .list();
        Map<EventId, Offer> offers = new HashMap<>();
        for (Row row : rows) {
            row.event().ifPresent(event -> offers.put(event, row.offer().orElseThrow()));
        }
        return new Facts(rows.getFirst().now(), rows.getFirst().license(), offers);
    }
}
