package io.turnout.adapters.postgres;

import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.licensing.License;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Offer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a batch must know beside its rooms and keys, in one look: the database's clock, the org's
/// licence, and whether each event is open.
record Facts(Instant now, Optional<License> license, Map<EventId, Offer> offers) {
    private static final String READ =
            """
            select now() as now, l.number, l.status as status, e.event_id,
                e.status as event_status, e.ends_at
            from (values (cast(:org as text))) as this(org_id)
            left join license l on l.org_id = this.org_id
            left join event e on e.org_id = this.org_id and e.event_id = any(:events)
            """;

    static Facts read(Handle handle, OrgId org, Collection<EventId> events) {
        Map<EventId, Offer> offers = new HashMap<>();
        Facts[] facts = new Facts[1];
        handle.createQuery(READ)
                .bind("org", org.value())
                .bindArray("events", String.class, events.stream().map(EventId::value).toList())
                .map(
                        (row, _) -> {
                            Optional<License> license =
                                    row.getString("number") == null
                                            ? Optional.empty()
                                            : Optional.of(PostgresLicenses.license(org, row));
                            String event = row.getString("event_id");
                            if (event != null) {
                                String status = row.getString("event_status");
                                offers.put(
                                        new EventId(event),
                                        new Offer(
                                                Words.read(EventStatus.class, status),
                                                EventRows.instant(row, "ends_at")));
                            }
                            facts[0] = new Facts(EventRows.instant(row, "now"), license, offers);
                            return event == null;
                        })
                .list();
        return facts[0];
    }
}
