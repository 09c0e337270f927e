package io.turnout.adapters.postgres;

import io.turnout.application.rollout.OrgCalendars;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.OrgCalendar;
import io.turnout.domain.rollout.Span;
import io.turnout.domain.rollout.Traffic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Calendars of orgs from their own tables. When a registration was made stands in its id, so that
/// traffic is counted by the index alone.
public final class PostgresOrgCalendars implements OrgCalendars {
    private static final String EVENTS =
            """
            select org_id, starts_at, ends_at from event
            where org_id = any(:orgs) and status = 'published' and ends_at > starts_at
            and ends_at > :from and starts_at < :to
            """;
    private static final String SALES =
            """
            select org_id, on_sale_at as starts_at from event
            where org_id = any(:orgs) and status = 'published' and on_sale_at between :from and :to
            union
            select org_id, starts_at from waiting_room
            where org_id = any(:orgs) and starts_at between :from and :to
            """;
    private static final String TRAFFIC =
            "select org_id, zone, hours from org_traffic where org_id = any(:orgs)";
    private static final String STALE =
            """
            select h.org_id, coalesce(p.zone, p.zone_told) as zone
            from org_home h join org_profile p on p.org = h.org_id
            left join org_traffic t on t.org_id = h.org_id
            where h.home = :stack and coalesce(p.zone, p.zone_told) is not null
            and (t.org_id is null or t.zone <> coalesce(p.zone, p.zone_told)
                or t.counted_at < clock_timestamp() - :recount)
            order by t.counted_at nulls first, h.org_id limit 1
            """;
    private static final String COUNT =
            """
            select count(*) as made, date_bin(
                '15 minutes', uuid_extract_timestamp(registration_id), 'epoch') as quarter
            from registration
            where org_id = :org and registration_id >= :first
            and uuid_extract_timestamp(registration_id) is not null
            group by quarter
            """;
    private static final String KEEP =
            """
            insert into org_traffic (org_id, zone, hours, counted_at)
            values (:org, :zone, :hours, clock_timestamp())
            on conflict (org_id) do update set zone = excluded.zone, hours = excluded.hours,
                counted_at = excluded.counted_at
            """;
    private static final String NOW = "select clock_timestamp()";
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Gate gate;

    public PostgresOrgCalendars(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Map<OrgId, OrgCalendar> read(Map<OrgId, ZoneId> zones, Span period) {
        List<String> orgs = zones.keySet().stream().map(OrgId::value).toList();
        return gate.jdbi()
                .withHandle(
                        handle -> {
                            Map<OrgId, List<Span>> events = new HashMap<>();
                            rows(handle, EVENTS, orgs, period)
                                    .forEach(
                                            row ->
                                                    at(events, row.org())
                                                            .add(new Span(row.from(), row.to())));
                            Map<OrgId, List<Instant>> sales = new HashMap<>();
                            rows(handle, SALES, orgs, period)
                                    .forEach(row -> at(sales, row.org()).add(row.from()));
                            Map<OrgId, Traffic> traffic = traffic(handle, zones, orgs);
                            Map<OrgId, OrgCalendar> calendars = new HashMap<>();
                            zones.forEach(
                                    (org, zone) ->
                                            calendars.put(
                                                    org,
                                                    new OrgCalendar(
                                                            org,
                                                            zone,
                                                            traffic.getOrDefault(org, Traffic.NONE),
                                                            at(sales, org),
                                                            at(events, org),
                                                            List.of())));
                            return calendars;
                        });
    }

    private record Row(OrgId org, Instant from, Instant to) {}

    private static <T> List<T> at(Map<OrgId, List<T>> lists, OrgId org) {
        return lists.computeIfAbsent(org, _ -> new ArrayList<>());
    }

    private static List<Row> rows(Handle handle, String sql, List<String> orgs, Span period) {
        boolean ends = sql.equals(EVENTS);
        return handle.createQuery(sql)
                .bindArray("orgs", String.class, orgs)
                .bind("from", Moments.utc(period.from()))
                .bind("to", Moments.utc(period.to()))
                .map(
                        (row, _) ->
                                new Row(
                                        new OrgId(row.getString("org_id")),
                                        Moments.read(row, "starts_at"),
                                        Moments.read(row, ends ? "ends_at" : "starts_at")))
                .list();
    }

    /// What was counted by another clock says nothing.
    private static Map<OrgId, Traffic> traffic(
            Handle handle, Map<OrgId, ZoneId> zones, List<String> orgs) {
        Map<OrgId, Traffic> traffic = new HashMap<>();
        handle.createQuery(TRAFFIC)
                .bindArray("orgs", String.class, orgs)
                .map((row, _) -> counted(row))
                .filter(one -> one.zone().equals(zones.get(one.org())))
                .forEach(one -> traffic.put(one.org(), one.traffic()));
        return traffic;
    }

    private record Counted(OrgId org, ZoneId zone, Traffic traffic) {}

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                new OrgId(row.getString("org_id")),
                ZoneId.of(row.getString("zone")),
                new Traffic(Stream.of((Long[]) row.getArray("hours").getArray()).toList()));
    }

    private record Stale(OrgId org, ZoneId zone) {}

    @Override
    public boolean count() {
        Optional<Stale> stale =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(STALE)
                                                .bind("stack", gate.stack())
                                                .bind("recount", RECOUNT)
                                                .map(
                                                        (row, _) ->
                                                                new Stale(
                                                                        new OrgId(
                                                                                row.getString(
                                                                                        "org_id")),
                                                                        ZoneId.of(
                                                                                row.getString(
                                                                                        "zone"))))
                                                .findOne());
        return stale.filter(one -> keep(one, count(one))).isPresent();
    }

    private Traffic count(Stale stale) {
        List<Long> hours = new ArrayList<>(Collections.nCopies(Traffic.HOURS, 0L));
        gate.jdbi()
                .useHandle(
                        handle ->
                                handle.createQuery(COUNT)
                                        .bind("org", stale.org().value())
                                        .bind("first", first(handle))
                                        .map(
                                                (row, _) -> {
                                                    int hour =
                                                            Moments.read(row, "quarter")
                                                                    .atZone(stale.zone())
                                                                    .getHour();
                                                    long made = row.getLong("made");
                                                    return hours.set(hour, hours.get(hour) + made);
                                                })
                                        .forEach(_ -> {}));
        return new Traffic(hours);
    }

    /// No id of the period is smaller (RFC 9562: the time comes first).
    private static UUID first(Handle handle) {
        Instant since = handle.createQuery(NOW).mapTo(Instant.class).one().minus(Traffic.PERIOD);
        return new UUID(since.toEpochMilli() << 16 | VERSION_7, VARIANT);
    }

    private boolean keep(Stale stale, Traffic traffic) {
        return gate.tryWrite(
                        stale.org(),
                        handle ->
                                handle.createUpdate(KEEP)
                                        .bind("org", stale.org().value())
                                        .bind("zone", stale.zone().getId())
                                        .bindArray("hours", Long.class, traffic.hours())
                                        .execute())
                == Gate.Entry.OK;
    }
}
