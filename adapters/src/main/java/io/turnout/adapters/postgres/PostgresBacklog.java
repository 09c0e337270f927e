package io.turnout.adapters.postgres;

import io.turnout.application.delivery.Backlog;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.delivery.BulkLease;
import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.delivery.BulkTurn;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/// Jobs in PostgreSQL: which rows are in which job, and who may take its next turn.
public final class PostgresBacklog implements Backlog {
    private static final int CANDIDATES = 8;
    private static final String DUE =
            """
            select job.org_id from bulk_job job
            join org_home on org_home.org_id = job.org_id
                and home = :stack and org_home.outbound = 'on'
            join outbound on outbound.org_id = job.org_id and held_until <= now()
            where state <> 'ended' and next_turn_at <= now()
            and (lease_until is null or lease_until <= now())
            order by next_turn_at limit :limit
            """;
    private static final String CLAIM =
            """
            update bulk_job set attempt = attempt + 1, claimed_by = :me,
                lease_until = clock_timestamp() + make_interval(secs => :lease)
            where org_id = :org and state <> 'ended' and next_turn_at <= now()
            and (lease_until is null or lease_until <= now())
            returning job_id, attempt, state, record_id
            """;
    private static final String ROWS =
            """
            select o.attendee_id, o.bulk_version as version, o.event_id, a.item_id, a.status,
                a.person, k.wrapped, array_to_string(a.session_ids, ' ') as sessions,
                a.erasure_id is not null as erased, true as overdue,
                null as invitee
            from outbox o
            join attendee a on a.org_id = o.org_id and a.attendee_id = o.attendee_id
            left join record_key k on k.org_id = o.org_id and k.record_id = o.attendee_id
            where o.org_id = :org and o.bulk_job = :job order by o.attendee_id
            """;
    private static final String JOBS =
            "select * from bulk_job where org_id = :org order by job_id desc limit :limit";

    private final Gate gate;
    private final OutboxSeal seal;
    private final String instance;
    private final NewJobs newJobs;
    private final JobSettlement settlement;

    public PostgresBacklog(Gate gate, Vault vault, String instance) {
        this.gate = gate;
        this.seal = new OutboxSeal(vault);
        this.instance = instance;
        this.newJobs = new NewJobs(gate);
        this.settlement = new JobSettlement(gate, seal);
    }

    @Override
    public Optional<BulkTurn> take(BulkRule rule, Predicate<OrgId> begins) {
        newJobs.begin(rule, begins);
        return due().stream().flatMap(org -> take(org).stream()).findFirst();
    }

    private List<OrgId> due() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(DUE)
                                        .bind("stack", gate.stack())
                                        .bind("limit", CANDIDATES)
                                        .map((row, _) -> new OrgId(row.getString("org_id")))
                                        .list());
    }

    private record Claimed(BulkLease lease, String state, Optional<String> recordId) {
        static Claimed read(OrgId org, ResultSet row) throws SQLException {
            return new Claimed(
                    new BulkLease(org, row.getObject("job_id", UUID.class), row.getLong("attempt")),
                    row.getString("state"),
                    Optional.ofNullable(row.getString("record_id")));
        }
    }

    private Optional<BulkTurn> take(OrgId org) {
        Optional<Claimed> claimed =
                gate.jdbi()
                        .inTransaction(
                                handle ->
                                        gate.enter(handle, org) == Gate.Entry.OK
                                                ? claim(handle, org)
                                                : Optional.empty());
        return claimed.map(this::turn);
    }

    private Optional<Claimed> claim(Handle handle, OrgId org) {
        return handle.createQuery(CLAIM)
                .bind("me", instance)
                .bind("lease", LaneLease.seconds(LEASE))
                .bind("org", org.value())
                .map((row, _) -> Claimed.read(org, row))
                .findOne();
    }

    private BulkTurn turn(Claimed claimed) {
        BulkLease lease = claimed.lease();
        if (claimed.state().equals("new")) {
            return new BulkTurn.Create(lease);
        }
        String recordId = claimed.recordId().orElseThrow();
        return claimed.state().equals("created")
                ? new BulkTurn.Load(lease, recordId, rows(lease))
                : new BulkTurn.Look(lease, recordId);
    }

    private List<OwedAttendee> rows(BulkLease lease) {
        List<OutboxSeal.Row> rows =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(ROWS)
                                                .bind("org", lease.org().value())
                                                .bind("job", lease.job())
                                                .map((row, _) -> OutboxSeal.Row.read(row))
                                                .list());
        List<OwedAttendee> readable = new ArrayList<>();
        for (OutboxSeal.Row row : rows) {
            seal.tryOpen(lease.org(), row).ifPresent(readable::add);
        }
        return readable;
    }

    @Override
    public void settle(BulkTurn turn, BulkReceipt receipt) {
        settlement.settle(turn, receipt);
    }

    @Override
    public List<JobView> jobs(OrgId org, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(JOBS)
                                        .bind("org", org.value())
                                        .bind("limit", limit)
                                        .map((row, _) -> view(row))
                                        .list());
    }

    private static JobView view(ResultSet row) throws SQLException {
        return new JobView(
                new EventId(row.getString("event_id")),
                row.getString("state"),
                Optional.ofNullable(row.getString("record_id")),
                row.getInt("row_count"),
                EventRows.instant(row, "started_at"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("note")));
    }
}
