package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.OwedLinks;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.LinkBatch;
import io.turnout.domain.delivery.OwedLink;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.LinkId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Addresses that orgs are owed, in PostgreSQL. They leave under the lease of their event's lane.
public final class PostgresOwedLinks implements OwedLinks {
    private static final int CANDIDATES = 16;

    /// As the lanes of counts are found.
    private static final String DUE =
            """
            select asking.org_id, first.event_id
            from (select distinct org_id from lane where links_owed_at <= now()
                and next_call_at <= now()) as asking
            join org_home on org_home.org_id = asking.org_id
                and home = :stack and org_home.outbound = 'on'
            join outbound on outbound.org_id = asking.org_id and held_until <= now()
                and calls_max > (select count(*) from lane
                    where lane.org_id = asking.org_id and lease_until > now())
            cross join lateral (
                select event_id, links_owed_at from lane
                where lane.org_id = asking.org_id and next_call_at <= now()
                and links_owed_at <= now() and (lease_until is null or lease_until <= now())
                order by links_owed_at limit 2
            ) as first
            order by links_owed_at limit :limit
            """;
    private static final String ROWS =
            """
            select record_id, link_id, forgotten from minted_link
            where org_id = :org and event_id = :event and state = 'waiting' and due_at <= now()
            order by due_at, record_id limit least(:max, (select rows_max from lane
                where org_id = :org and event_id = :event))
            """;
    private static final String SET_ASIDE =
            """
            select * from minted_link where org_id = :org and state = 'set_aside'
            order by due_at, record_id limit :limit
            """;
    private static final String TALLY =
            """
            select count(*) filter (where state = 'waiting') as waiting,
                count(*) filter (where state = 'told') as told,
                count(*) filter (where state = 'set_aside') as set_aside,
                count(*) filter (where state = 'gone') as gone
            from minted_link where org_id = :org
            """;

    private final Gate gate;
    private final LaneLease leases;
    private final LinkSettlement settlement;

    public PostgresOwedLinks(Gate gate, String instance) {
        this.gate = gate;
        this.leases = new LaneLease(gate, instance);
        this.settlement = new LinkSettlement(gate);
    }

    private record Lane(OrgId org, EventId event) {}

    @Override
    public Optional<LinkBatch> take(BatchRule rule) {
        return due().stream().flatMap(lane -> take(lane, rule).stream()).findFirst();
    }

    private List<Lane> due() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(DUE)
                                        .bind("stack", gate.stack())
                                        .bind("limit", CANDIDATES)
                                        .map(
                                                (row, _) ->
                                                        new Lane(
                                                                new OrgId(row.getString(1)),
                                                                new EventId(row.getString(2))))
                                        .list());
    }

    private Optional<LinkBatch> take(Lane lane, BatchRule rule) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, lane.org()) == Gate.Entry.OK
                                        ? leases.claimForLinks(
                                                        handle,
                                                        lane.org(),
                                                        lane.event(),
                                                        rule.pace())
                                                .flatMap(lease -> rows(handle, lease, rule))
                                        : Optional.empty());
    }

    private static Optional<LinkBatch> rows(Handle handle, Lease lease, BatchRule rule) {
        List<OwedLink> links =
                handle.createQuery(ROWS)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .bind("max", rule.max())
                        .map((row, _) -> owed(row))
                        .list();
        if (links.isEmpty()) {
            LinkSettlement.release(handle, lease);
            return Optional.empty();
        }
        CallTrail.begin(handle, lease, "links", links.size());
        return Optional.of(new LinkBatch(lease, links));
    }

    private static OwedLink owed(ResultSet row) throws SQLException {
        InviteeId record = new InviteeId(row.getString("record_id"));
        LinkId link = new LinkId(row.getObject("link_id", UUID.class));
        return row.getBoolean("forgotten")
                ? new OwedLink.Oblivion(record, link)
                : new OwedLink.Address(record, link);
    }

    @Override
    public void settle(LinkBatch batch, Receipt receipt) {
        settlement.settle(batch, receipt);
    }

    @Override
    public List<SetAside> setAside(OrgId org, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(SET_ASIDE)
                                        .bind("org", org.value())
                                        .bind("limit", limit)
                                        .map((row, _) -> setAside(row))
                                        .list());
    }

    private static SetAside setAside(ResultSet row) throws SQLException {
        return new SetAside(
                new InviteeId(row.getString("record_id")),
                new EventId(row.getString("event_id")),
                row.getString("reason_code"),
                List.of((String[]) row.getArray("reason_fields").getArray()),
                row.getInt("failures"),
                EventRows.instant(row, "due_at"));
    }

    @Override
    public int replay(OrgId org, Optional<InviteeId> record) {
        return settlement.replay(org, record);
    }

    @Override
    public Tally tally(OrgId org) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(TALLY)
                                        .bind("org", org.value())
                                        .map(
                                                (row, _) ->
                                                        new Tally(
                                                                row.getLong("waiting"),
                                                                row.getLong("told"),
                                                                row.getLong("set_aside"),
                                                                row.getLong("gone")))
                                        .one());
    }
}
