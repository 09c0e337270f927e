package io.turnout.adapters.postgres;

import io.turnout.application.publishing.OrgCatalog;
import io.turnout.application.publishing.Refreshes;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Pulled;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

/// What is to be pulled again, in PostgreSQL. Looking costs no lock; who takes looks again at
/// each row under its own, and passes those by that another instance is just taking.
public final class PostgresRefreshes implements Refreshes {
    private static final int ORGS = 8;
    private static final String DUE =
            """
            select r.org_id from event_refresh r
            join org_home on org_home.org_id = r.org_id and home = :stack
            where wanted > settled and due_at <= now()
            and (lease_until is null or lease_until <= now())
            group by r.org_id
            having bool_or(live) or not exists (select from event_refresh other
                where other.org_id = r.org_id and other.lease_until > now())
            order by bool_or(live) desc,
                (select max(pulled_at) from event_refresh p where p.org_id = r.org_id) nulls first
            limit :limit
            """;
    private static final String CLAIM =
            """
            update event_refresh r set attempt = attempt + 1, pulled_at = clock_timestamp(),
                lease_until = clock_timestamp() + make_interval(secs => :lease)
            from (
                select event_id from event_refresh where org_id = :org
                and wanted > settled and due_at <= now()
                and (lease_until is null or lease_until <= now())
                order by live desc, due_at limit :limit for update skip locked
            ) as due
            where r.org_id = :org and r.event_id = due.event_id
            returning r.event_id, r.attempt, r.wanted
            """;
    private static final String TROUBLED =
            """
            select event_id from event_refresh where org_id = :org and event_id = any(:ids)
            and trouble is not null
            """;

    private final Gate gate;
    private final RefreshSettlement settlement;

    public PostgresRefreshes(Gate gate) {
        this.gate = gate;
        this.settlement = new RefreshSettlement(gate);
    }

    @Override
    public int want(OrgId org, Collection<EventId> events, Cause cause) {
        AtomicInteger fresh = new AtomicInteger();
        gate.write(org, handle -> fresh.set(RefreshRows.want(handle, org, events, cause)));
        return fresh.get();
    }

    @Override
    public void wantKept(OrgId org) {
        gate.write(org, handle -> RefreshRows.wantKept(handle, org));
    }

    @Override
    public Optional<Refresh> take() {
        return due().stream().flatMap(org -> claim(org).stream()).findFirst();
    }

    private List<OrgId> due() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(DUE)
                                        .bind("stack", gate.stack())
                                        .bind("limit", ORGS)
                                        .map((row, _) -> new OrgId(row.getString(1)))
                                        .list());
    }

    private Optional<Refresh> claim(OrgId org) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, org) == Gate.Entry.OK
                                        ? Optional.of(new Refresh(org, claim(handle, org)))
                                        : Optional.<Refresh>empty())
                .filter(refresh -> !refresh.events().isEmpty());
    }

    private static List<Wanted> claim(Handle handle, OrgId org) {
        return handle.createQuery(CLAIM)
                .bind("org", org.value())
                .bind("lease", LaneLease.seconds(LEASE))
                .bind("limit", OrgCatalog.EVENTS_MAX)
                .map(
                        (row, _) ->
                                new Wanted(
                                        new EventId(row.getString("event_id")),
                                        row.getLong("attempt"),
                                        row.getLong("wanted")))
                .list();
    }

    @Override
    public boolean settle(Refresh refresh, Pulled pulled) {
        return refresh.events().stream()
                .filter(wanted -> wanted.event().equals(pulled.event()))
                .anyMatch(wanted -> settlement.settle(refresh.org(), wanted, pulled));
    }

    @Override
    public void postpone(Refresh refresh, String why) {
        settlement.postpone(refresh, why);
    }

    @Override
    public Set<EventId> troubled(OrgId org, Collection<EventId> events) {
        return Set.copyOf(
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(TROUBLED)
                                                .bind("org", org.value())
                                                .bindArray(
                                                        "ids",
                                                        String.class,
                                                        events.stream()
                                                                .map(EventId::value)
                                                                .toList())
                                                .map((row, _) -> new EventId(row.getString(1)))
                                                .list()));
    }

    @Override
    public List<View> look(OrgId org, int limit) {
        return gate.jdbi().withHandle(handle -> RefreshViews.read(handle, org, limit));
    }
}
