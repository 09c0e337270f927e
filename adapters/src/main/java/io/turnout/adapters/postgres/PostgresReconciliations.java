package io.turnout.adapters.postgres;

import io.turnout.application.delivery.Reconciliations;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.delivery.Drift;
import io.turnout.domain.delivery.SentAttendee;
import io.turnout.domain.delivery.Tally;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Comparisons in PostgreSQL, beside the outbox they mend.
public final class PostgresReconciliations implements Reconciliations {
    private static final String WANT =
            """
            insert into reconciliation as r (org_id, event_id, by_row, due_at)
            select org_id, event_id, true, now() from event
            where org_id = :org and event_id = :event
            on conflict (org_id, event_id) do update set by_row = true,
                due_at = least(r.due_at, now())
            """;

    private static final String ZONES =
            """
            select distinct time_zone, now() as now from event
            where ends_at > now() - interval '7 days'
            """;

    /// Asked for, or not compared for most of a day and in its own small hours.
    private static final String DUE =
            """
            select org_id, event_id from (
                select lane.org_id, lane.event_id, r.due_at, r.phase, r.lease_until,
                    coalesce(r.due_at <= now(), false) as asked,
                    (r.ended_at is null or r.ended_at < now() - interval '20 hours')
                        and e.time_zone = any(:night)
                        and e.ends_at > now() - interval '7 days' as nightly
                from lane
                join org_home using (org_id)
                join outbound using (org_id)
                join event e using (org_id, event_id)
                left join reconciliation r using (org_id, event_id)
                where home = :stack and org_home.outbound = 'on' and held_until <= now()
            ) as known
            where (asked or (nightly and coalesce(phase, 'idle') = 'idle'))
            and (lease_until is null or lease_until <= now())
            order by asked desc, due_at nulls last limit 8
            """;
    private static final String CLAIM =
            """
            insert into reconciliation as r (org_id, event_id, phase, attempt, lease_until,
                started_at, due_at)
            values (:org, :event, 'counts', 1, now() + make_interval(secs => :lease), now(), now())
            on conflict (org_id, event_id) do update set attempt = r.attempt + 1,
                lease_until = now() + make_interval(secs => :lease),
                phase = case r.phase when 'idle' then 'counts' else r.phase end,
                started_at = case r.phase when 'idle' then now() else r.started_at end,
                rows_seen = case r.phase when 'idle' then 0 else r.rows_seen end,
                owed_again = case r.phase when 'idle' then 0 else r.owed_again end,
                deleted = case r.phase when 'idle' then 0 else r.deleted end,
                strangers = case r.phase when 'idle' then 0 else r.strangers end,
                calls = case r.phase when 'idle' then 0 else r.calls end,
                ended_at = case r.phase when 'idle' then null else r.ended_at end,
                note = null, due_at = now()
            where r.lease_until is null or r.lease_until <= now()
            returning attempt, phase, by_row, after_key
            """;
    private static final String TALLY =
            """
            select count(*) filter (where a.status = 'confirmed') as confirmed,
                count(*) filter (where a.status = 'cancelled') as cancelled
            from outbox o join attendee a using (org_id, attendee_id)
            where org_id = :org and o.event_id = :event and o.state = 'sent' and not o.replaced
            """;
    private static final String SENT =
            """
            select attendee_id, a.item_id, a.status, o.state = 'sent' as settled,
                array_to_string(a.session_ids, ' ') as sessions
            from outbox o join attendee a using (org_id, attendee_id)
            where org_id = :org and o.event_id = :event and not o.replaced
            and attendee_id::text collate "C" > :after
            and (cast(:last as text) is null or attendee_id::text collate "C" <= :last)
            order by attendee_id limit :limit
            """;
    private static final String VIEWS =
            """
            select * from reconciliation where org_id = :org
            order by started_at desc nulls last limit :limit
            """;

    private static final int NIGHT_FROM = 1;
    private static final int NIGHT_TO = 5;

    private final Gate gate;
    private final DriftRepair repair;

    public PostgresReconciliations(Gate gate, Vault vault) {
        this.gate = gate;
        this.repair = new DriftRepair(gate, new OutboxSeal(vault));
    }

    @Override
    public boolean want(OrgId org, EventId event) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, org) == Gate.Entry.OK
                                        && handle.createUpdate(WANT)
                                                        .bind("org", org.value())
                                                        .bind("event", event.value())
                                                        .execute()
                                                > 0);
    }

    private record Known(OrgId org, EventId event) {}

    @Override
    public Optional<Turn> take() {
        List<Known> due =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(DUE)
                                                .bind("stack", gate.stack())
                                                .bindArray("night", String.class, night(handle))
                                                .map((row, _) -> known(row))
                                                .list());
        return due.stream().flatMap(one -> take(one).stream()).findFirst();
    }

    /// The zones in which it is night now. Asked here, since the database knows other zones.
    private static List<String> night(Handle handle) {
        return handle
                .createQuery(ZONES)
                .map(
                        (row, _) ->
                                isNight(EventRows.instant(row, "now"), row.getString("time_zone"))
                                        ? Optional.of(row.getString("time_zone"))
                                        : Optional.<String>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    static boolean isNight(Instant now, String zone) {
        int hour = now.atZone(ZoneId.of(zone)).getHour();
        return hour >= NIGHT_FROM && hour < NIGHT_TO;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(new OrgId(row.getString(1)), new EventId(row.getString(2)));
    }

    private Optional<Turn> take(Known one) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, one.org()) == Gate.Entry.OK
                                        ? claim(handle, one)
                                        : Optional.empty());
    }

    private static Optional<Turn> claim(Handle handle, Known one) {
        return handle.createQuery(CLAIM)
                .bind("org", one.org().value())
                .bind("event", one.event().value())
                .bind("lease", LaneLease.seconds(LEASE))
                .map(
                        (row, _) ->
                                new Turn(
                                        one.org(),
                                        one.event(),
                                        row.getLong("attempt"),
                                        row.getString("phase").equals("counts"),
                                        row.getBoolean("by_row"),
                                        row.getString("after_key")))
                .findOne();
    }

    @Override
    public Tally tally(OrgId org, EventId event) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(TALLY)
                                        .bind("org", org.value())
                                        .bind("event", event.value())
                                        .map((row, _) -> new Tally(row.getLong(1), row.getLong(2)))
                                        .one());
    }

    @Override
    public List<SentAttendee> sent(Turn turn, Optional<String> last, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(SENT)
                                        .bind("org", turn.org().value())
                                        .bind("event", turn.event().value())
                                        .bind("after", turn.after())
                                        .bindByType("last", last.orElse(null), String.class)
                                        .bind("limit", limit)
                                        .map((row, _) -> sent(row))
                                        .list());
    }

    private static SentAttendee sent(ResultSet row) throws SQLException {
        return new SentAttendee(
                new AttendeeId(row.getObject("attendee_id", UUID.class)),
                Words.read(RegistrationStatus.class, row.getString("status")),
                new Place(
                        new ItemId(row.getString("item_id")),
                        RegistrationRows.sessionIds(row.getString("sessions"))),
                row.getBoolean("settled"));
    }

    @Override
    public void found(Turn turn, Drift drift, Optional<String> next) {
        repair.found(turn, drift, next);
    }

    @Override
    public void postpone(Turn turn, String why) {
        repair.postpone(turn, why);
    }

    @Override
    public List<View> views(OrgId org, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(VIEWS)
                                        .bind("org", org.value())
                                        .bind("limit", limit)
                                        .map((row, _) -> view(row))
                                        .list());
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                new EventId(row.getString("event_id")),
                !row.getString("phase").equals("idle"),
                row.getLong("rows_seen"),
                row.getLong("owed_again"),
                row.getLong("deleted"),
                row.getLong("strangers"),
                row.getLong("calls"),
                maybe(row, "started_at"),
                maybe(row, "ended_at"),
                Optional.ofNullable(row.getString("note")));
    }

    private static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
