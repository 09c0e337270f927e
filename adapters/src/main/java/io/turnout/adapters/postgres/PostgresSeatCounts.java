package io.turnout.adapters.postgres;

import io.turnout.application.delivery.SeatCounts;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.RoomKind;
import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.CountRule;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RoomCount;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What the orgs were told of their rooms, in PostgreSQL, beside what is registered there. The
/// counts of an event leave under the lease of its lane.
public final class PostgresSeatCounts implements SeatCounts {
    private static final int CANDIDATES = 16;
    /// As the lanes of attendees are found: two of an org, and none where nothing can be called.
    private static final String DUE =
            """
            select asking.org_id, first.event_id
            from (select distinct org_id from lane where counts_owed_at <= now()
                and next_call_at <= now()) as asking
            join org_home on org_home.org_id = asking.org_id
                and home = :stack and org_home.outbound = 'on'
            join outbound on outbound.org_id = asking.org_id and held_until <= now()
                and calls_max > (select count(*) from lane
                    where lane.org_id = asking.org_id and lease_until > now())
            cross join lateral (
                select event_id, counts_owed_at from lane
                where lane.org_id = asking.org_id and next_call_at <= now()
                and counts_owed_at
                    + make_interval(secs => :age + 5 * pace_millis / 1000.0) <= now()
                and (lease_until is null or lease_until <= now())
                order by counts_owed_at limit 2
            ) as first
            order by counts_owed_at limit :limit
            """;
    private static final String ROOMS =
            """
            select room.room_id, room.kind, room.taken
            from room left join room_count c using (org_id, room_id)
            where org_id = :org and room.event_id = :event
            and c.reported is distinct from room.taken and (c.due_at is null or c.due_at <= now())
            order by room.kind, room_id limit :max
            """;
    private static final String FOUND =
            """
            with shown as (
                select * from unnest(:room, :count) as found(id, reported)
            ), kept as (
                insert into room_count (org_id, room_id, event_id, reported)
                select :org, id, :event, shown.reported from shown
                join room on org_id = :org and event_id = :event and room_id = id
                where taken <> shown.reported order by id
                on conflict (org_id, room_id) do update set reported = excluded.reported,
                    due_at = '-infinity'
                returning 1
            ), lanes as (
                insert into lane (org_id, event_id, owed, counts_owed_at)
                select :org, :event, false, now() where exists (select from kept)
                on conflict (org_id, event_id) do update
                    set counts_owed_at = coalesce(lane.counts_owed_at, now())
            )
            select count(*) from kept
            """;
    private static final String VIEW =
            """
            select room.room_id, room.kind, room.taken, c.reported, c.reason_code
            from room left join room_count c using (org_id, room_id)
            where org_id = :org and room.event_id = :event order by room.kind, room_id
            """;

    private final Gate gate;
    private final LaneLease leases;
    private final CountSettlement settlement;

    public PostgresSeatCounts(Gate gate, String instance) {
        this.gate = gate;
        this.leases = new LaneLease(gate, instance);
        this.settlement = new CountSettlement(gate);
    }

    @Override
    public Optional<CountBatch> take(CountRule rule) {
        return due(rule).stream().flatMap(lane -> take(lane, rule).stream()).findFirst();
    }

    private record Lane(OrgId org, EventId event) {}

    private List<Lane> due(CountRule rule) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(DUE)
                                        .bind("stack", gate.stack())
                                        .bind("age", LaneLease.seconds(rule.age()))
                                        .bind("limit", CANDIDATES)
                                        .map((row, _) -> lane(row))
                                        .list());
    }

    private static Lane lane(ResultSet row) throws SQLException {
        return new Lane(new OrgId(row.getString("org_id")), new EventId(row.getString("event_id")));
    }

    private Optional<CountBatch> take(Lane lane, CountRule rule) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, lane.org()) == Gate.Entry.OK
                                        ? leases.claimForCounts(handle, lane.org(), lane.event())
                                                .flatMap(lease -> rooms(handle, lease, rule))
                                        : Optional.empty());
    }

    private static Optional<CountBatch> rooms(Handle handle, Lease lease, CountRule rule) {
        List<RoomCount> counts =
                handle.createQuery(ROOMS)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .bind("max", rule.max())
                        .map((row, _) -> new RoomCount(room(row), row.getInt("taken")))
                        .list();
        if (counts.isEmpty()) {
            CountSettlement.release(handle, lease);
            return Optional.empty();
        }
        CallTrail.begin(handle, lease, "counts", counts.size());
        return Optional.of(new CountBatch(lease, counts));
    }

    private static RoomId room(ResultSet row) throws SQLException {
        return new RoomId(
                Words.read(RoomKind.class, row.getString("kind")), row.getString("room_id"));
    }

    @Override
    public void settle(CountBatch batch, Receipt receipt) {
        settlement.settle(batch, receipt);
    }

    @Override
    public int found(OrgId org, EventId event, Map<RoomId, Integer> shown) {
        Columns columns = new Columns().with("room", String.class).with("count", Integer.class);
        shown.forEach((room, count) -> columns.add(room.id(), count));
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, org) == Gate.Entry.OK
                                        ? columns.bindTo(handle.createQuery(FOUND))
                                                .bind("org", org.value())
                                                .bind("event", event.value())
                                                .mapTo(Integer.class)
                                                .one()
                                        : 0);
    }

    @Override
    public List<RoomView> rooms(OrgId org, EventId event) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(VIEW)
                                        .bind("org", org.value())
                                        .bind("event", event.value())
                                        .map((row, _) -> view(row))
                                        .list());
    }

    private static RoomView view(ResultSet row) throws SQLException {
        return new RoomView(
                room(row),
                row.getInt("taken"),
                Optional.ofNullable(row.getObject("reported", Integer.class)),
                Optional.ofNullable(row.getString("reason_code")));
    }
}
