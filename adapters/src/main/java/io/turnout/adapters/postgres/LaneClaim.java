package io.turnout.adapters.postgres;

import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// Finds a lane that is due and takes what it owes. Looking costs no lock; what was seen is looked
/// at again under the lane's own lock, since another instance may have been quicker.
final class LaneClaim {
    private static final int CANDIDATES = 16;
    /// The longest due lanes of each org, two of it at most, and none of an org that has all its
    /// calls in flight: otherwise the lanes of one would hide those of the others.
    private static final String DUE =
            """
            select asking.org_id, first.event_id
            from (select distinct org_id from lane where owed and next_call_at <= now()) as asking
            join org_home on org_home.org_id = asking.org_id
                and home = :stack and org_home.outbound = 'on'
            join outbound on outbound.org_id = asking.org_id and held_until <= now()
                and calls_max > (select count(*) from lane
                    where lane.org_id = asking.org_id and lease_until > now())
            cross join lateral (
                select event_id, next_call_at from lane
                cross join lateral (
                    select count(*) as rows, coalesce(bool_or(overdue), false) as overdue from (
                        select failures > 0
                            or owed_at <= now() - make_interval(secs => :age) as overdue
                        from outbox
                        where outbox.org_id = asking.org_id and outbox.event_id = lane.event_id
                        and state = 'waiting' and bulk_job is null and due_at <= now()
                        order by due_at limit :rows
                    ) as oldest
                ) as waiting
                where lane.org_id = asking.org_id and owed and next_call_at <= now()
                and (lease_until is null or lease_until <= now())
                and (waiting.rows >= :rows or waiting.overdue)
                order by next_call_at limit 2
            ) as first
            order by next_call_at limit :limit
            """;
    private static final String JOB =
            """
            exists (select from bulk_job where bulk_job.org_id = :org
                and bulk_job.event_id = :event and bulk_job.state <> 'ended')
            """;

    /// While a job runs, what is older leaves with the next one.
    private static final String SINCE =
            """
            (select case when %s then now() - make_interval(secs => :old)
                else timestamptz '-infinity' end)
            """
                    .formatted(JOB);

    /// Repairs are looked for only where a call is not full without them.
    private static final String ROWS =
            """
            select * from (%s union all %s) as first
            limit least(:max, (select rows_max from lane
                where org_id = :org and event_id = :event))
            """
                    .formatted(
                            first(
                                    "not o.may_wait and o.due_at > %s and o.owed_at > %s"
                                            .formatted(SINCE, SINCE)),
                            first("o.may_wait and not " + JOB));
    private static final String OWED =
            """
            update lane set owed = exists (select from outbox where org_id = :org
                and event_id = :event and state = 'waiting' and bulk_job is null),
                lease_until = null
            where org_id = :org and event_id = :event
            """;

    private final Gate gate;
    private final LaneLease leases;
    private final OutboxSeal seal;

    LaneClaim(Gate gate, LaneLease leases, OutboxSeal seal) {
        this.gate = gate;
        this.leases = leases;
        this.seal = seal;
    }

    /// Those of one kind that were due first, in the order of their index: what is read is what is
    /// taken, though half a million may wait behind.
    private static String first(String which) {
        return """
        (select o.attendee_id, o.version, o.event_id, a.item_id, a.status, a.person, k.wrapped,
            a.erasure_id is not null as erased, array_to_string(a.session_ids, ' ') as sessions,
            case when o.record_id is null then (%s) end as invitee,
            o.failures > 0 or o.owed_at <= now() - make_interval(secs => :age) as overdue
        from outbox o
        join attendee a on a.org_id = o.org_id and a.attendee_id = o.attendee_id
        left join record_key k on k.org_id = o.org_id and k.record_id = o.attendee_id
        where o.org_id = :org and o.event_id = :event and o.state = 'waiting'
        and o.bulk_job is null and o.due_at <= now() and %s
        and (o.record_id is not null or now() >= (select inserts_held_until from outbound
            where org_id = :org))
        order by o.due_at, o.attendee_id limit %d)
        """
                .formatted(InviteeRows.OF_OUTBOX, which, BatchRule.ROWS_PER_CALL_MAX);
    }

    /// A lane that is taken: what can be sent, and what cannot be opened.
    record Claimed(Batch batch, List<OutboxSeal.Row> unreadable) {}

    private record Lane(OrgId org, EventId event) {}

    private record Taken(Lease lease, List<OutboxSeal.Row> rows) {}

    /// The first lane that is due and free, if any.
    Optional<Claimed> take(BatchRule rule) {
        return due(rule).stream()
                .flatMap(lane -> take(lane, rule).stream())
                .findFirst()
                .map(this::open);
    }

    private List<Lane> due(BatchRule rule) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(DUE)
                                        .bind("stack", gate.stack())
                                        .bind("age", LaneLease.seconds(rule.age()))
                                        .bind("rows", rule.rows())
                                        .bind("limit", CANDIDATES)
                                        .map(
                                                (row, _) ->
                                                        new Lane(
                                                                new OrgId(row.getString("org_id")),
                                                                new EventId(
                                                                        row.getString("event_id"))))
                                        .list());
    }

    /// A lane that others keep locked for longer than a visitor waits has its turn another time,
    /// and holds nobody up until then.
    private Optional<Taken> take(Lane lane, BatchRule rule) {
        try {
            return takeFree(lane, rule);
        } catch (JdbiException e) {
            if (Failure.of(e) == Failure.CONTENTION) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Taken> takeFree(Lane lane, BatchRule rule) {
        return gate.jdbi()
                .inTransaction(
                        handle -> {
                            if (gate.enter(handle, lane.org()) != Gate.Entry.OK) {
                                return Optional.empty();
                            }
                            return leases.claim(handle, lane.org(), lane.event(), rule.pace())
                                    .flatMap(lease -> rows(handle, lease, rule));
                        });
    }

    private static Optional<Taken> rows(Handle handle, Lease lease, BatchRule rule) {
        List<OutboxSeal.Row> rows =
                handle.createQuery(ROWS)
                        .bind("age", LaneLease.seconds(rule.age()))
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .bind("old", LaneLease.seconds(BulkRule.USUAL.age()))
                        .bind("max", rule.max())
                        .map((row, _) -> OutboxSeal.Row.read(row))
                        .list();
        if (rows.size() >= rule.rows() || rows.stream().anyMatch(OutboxSeal.Row::overdue)) {
            List<UUID> ids = rows.stream().map(row -> row.id().value()).toList();
            CallTrail.begin(handle, lease, "attendees", ids);
            return Optional.of(new Taken(lease, rows));
        }
        int _ =
                handle.createUpdate(OWED)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .execute();
        return Optional.empty();
    }

    private Claimed open(Taken taken) {
        List<OwedAttendee> readable = new ArrayList<>();
        List<OutboxSeal.Row> unreadable = new ArrayList<>();
        for (OutboxSeal.Row row : taken.rows()) {
            seal.tryOpen(taken.lease().org(), row)
                    .ifPresentOrElse(readable::add, () -> unreadable.add(row));
        }
        return new Claimed(new Batch(taken.lease(), readable), unreadable);
    }
}
