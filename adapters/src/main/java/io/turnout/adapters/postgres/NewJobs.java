package io.turnout.adapters.postgres;

import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/// Finds events that owe more than calls of two hundred should carry, and puts rows of theirs
/// into a job.
final class NewJobs {
    /// Of the rows that were due first, twice as many as a job needs are looked at, and no more:
    /// behind them half a million may wait that are not late yet.
    private static final String DUE =
            """
            select lane.org_id, lane.event_id
            from lane
            join org_home on org_home.org_id = lane.org_id
                and home = :stack and org_home.outbound = 'on'
            join outbound on outbound.org_id = lane.org_id
                and held_until <= now() and inserts_held_until <= now()
            cross join lateral (
                select count(*) filter (where may_wait
                    or owed_at <= now() - make_interval(secs => :age)) as rows
                from (
                    select may_wait, owed_at from outbox
                    where outbox.org_id = lane.org_id and outbox.event_id = lane.event_id
                    and state = 'waiting' and bulk_job is null and due_at <= now()
                    order by due_at limit 2 * :rows
                ) as first
            ) as backlog
            where owed and backlog.rows >= :rows and lane.held_reason is null
            and lane.org_id <> all(:without)
            and not exists (select from bulk_job where bulk_job.org_id = lane.org_id
                and (state <> 'ended'
                    or note is not null and ended_at > now() - interval '1 minute'))
            limit 8
            """;

    /// Two instances that see the same backlog: one of them begins the job. It finds records by our
    /// key, so whoever is to be written into the record of an invitation leaves by a call.
    private static final String BEGIN =
            """
            with job as (
                insert into bulk_job (org_id, event_id) values (:org, :event)
                on conflict (org_id) where state <> 'ended' do nothing
                returning job_id
            ), chosen as (
                select attendee_id from outbox o
                where org_id = :org and event_id = :event and state = 'waiting'
                and bulk_job is null and due_at <= now()
                and (record_id is not null or not exists (%s))
                and (may_wait or owed_at <= now() - make_interval(secs => :age))
                and exists (select from job)
                order by due_at, attendee_id limit :max for update skip locked
            )
            update outbox set bulk_job = (select job_id from job), bulk_version = version
            from chosen where org_id = :org and outbox.attendee_id = chosen.attendee_id
            """
                    .formatted(InviteeRows.OF_OUTBOX);
    private static final String COUNT =
            """
            update bulk_job set row_count = :rows
            where org_id = :org and state = 'new' and event_id = :event
            """;

    /// Somebody else was about to send all of them.
    private static final String GIVE_UP =
            """
            delete from bulk_job
            where org_id = :org and state = 'new' and event_id = :event and row_count = :rows
            """;

    private final Gate gate;

    NewJobs(Gate gate) {
        this.gate = gate;
    }

    private record Lane(OrgId org, EventId event) {}

    void begin(BulkRule rule, Predicate<OrgId> begins) {
        for (Lane lane : due(rule, begins)) {
            var _ = gate.tryWrite(lane.org(), handle -> begin(handle, lane, rule));
        }
    }

    /// Those who may not begin a job are in nobody's way: without them it is asked again.
    private List<Lane> due(BulkRule rule, Predicate<OrgId> begins) {
        Set<String> without = new HashSet<>();
        while (true) {
            List<Lane> lanes = gate.jdbi().withHandle(handle -> due(handle, rule, without));
            boolean fewer = false;
            for (Lane lane : lanes) {
                fewer |= !begins.test(lane.org()) && without.add(lane.org().value());
            }
            if (!fewer) {
                return lanes;
            }
        }
    }

    private List<Lane> due(Handle handle, BulkRule rule, Set<String> without) {
        return handle.createQuery(DUE)
                .bind("stack", gate.stack())
                .bind("age", LaneLease.seconds(rule.age()))
                .bind("rows", rule.rows())
                .bindArray("without", String.class, without)
                .map(
                        (row, _) ->
                                new Lane(
                                        new OrgId(row.getString(1)), new EventId(row.getString(2))))
                .list();
    }

    private static void begin(Handle handle, Lane lane, BulkRule rule) {
        int rows =
                handle.createUpdate(BEGIN)
                        .bind("org", lane.org().value())
                        .bind("event", lane.event().value())
                        .bind("age", LaneLease.seconds(rule.age()))
                        .bind("max", rule.max())
                        .execute();
        int _ =
                handle.createUpdate(rows > 0 ? COUNT : GIVE_UP)
                        .bind("org", lane.org().value())
                        .bind("event", lane.event().value())
                        .bind("rows", rows)
                        .execute();
    }
}
