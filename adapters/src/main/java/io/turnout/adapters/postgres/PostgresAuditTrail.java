package io.turnout.adapters.postgres;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The trail of a stack in PostgreSQL. Whoever appends holds a lock from the look at the last
/// record to the commit, so that there is one order of all.
public final class PostgresAuditTrail implements AuditTrail {
    private static final String LOCK = "select pg_advisory_xact_lock(3, 0)";
    private static final String LAST =
            "select number, hash from audit_record order by number desc limit 1";
    private static final String NOW = "select clock_timestamp()";
    private static final String APPEND =
            """
            insert into audit_record (number, at, actor, action, about, subject, outcome, request,
                previous, hash)
            values (:number, :at, :actor, :action, :org, :subject, :outcome, :request, :previous,
                :hash)
            """;
    private static final String FOUND =
            """
             and (cast(:from as timestamptz) is null or at >= :from)
            and (cast(:to as timestamptz) is null or at < :to)
            and (cast(:org as text) is null or about = :org)
            """;
    private static final String READ =
            "select * from audit_record where number > :bound"
                    + FOUND
                    + "order by number limit :limit";
    private static final String BEFORE =
            "select * from audit_record where number < :bound"
                    + FOUND
                    + "order by number desc limit :limit";

    private final Gate gate;

    public PostgresAuditTrail(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<AuditRecord> append(List<AuditEntry> entries) {
        return Patience.with(
                () ->
                        gate.jdbi()
                                .inTransaction(
                                        handle -> {
                                            lock(handle);
                                            return append(handle, entries);
                                        }));
    }

    /// Whoever writes something else with its records takes this first: it is the one order of
    /// all that is recorded.
    static void lock(Handle handle) {
        handle.execute(LOCK);
    }

    /// Adds to the end, under the lock, with the transaction of `handle`.
    static List<AuditRecord> append(Handle handle, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        AuditHead head =
                handle.createQuery(LAST)
                        .map((row, _) -> new AuditHead(row.getLong(1), row.getString(2)))
                        .findOne()
                        .orElse(AuditHead.NONE);
        Instant now = handle.createQuery(NOW).mapTo(Instant.class).one();
        List<AuditRecord> records = new ArrayList<>();
        PreparedBatch rows = handle.prepareBatch(APPEND);
        for (AuditEntry entry : entries) {
            AuditRecord next = AuditRecord.after(head, now, entry);
            records.add(next);
            head = next.head();
            var _ = bound(rows, next).add();
        }
        int[] _ = rows.execute();
        return records;
    }

    private static PreparedBatch bound(PreparedBatch rows, AuditRecord record) {
        AuditEntry entry = record.entry();
        return rows.bind("number", record.number())
                .bind("at", utc(record.at()))
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("org", entry.org().map(OrgId::value).orElse(null))
                .bind("subject", entry.subject())
                .bind("outcome", entry.outcome())
                .bind("request", entry.request())
                .bind("previous", record.previous())
                .bind("hash", record.hash());
    }

    @Override
    public List<AuditRecord> read(Query query) {
        return found(READ, query.after(), query.period(), query.org(), query.limit());
    }

    @Override
    public List<AuditRecord> before(long number, Period period, Optional<OrgId> org, int limit) {
        return found(BEFORE, number, period, org, limit);
    }

    private List<AuditRecord> found(
            String sql, long bound, Period period, Optional<OrgId> org, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(sql)
                                        .bind("bound", bound)
                                        .bind("from", period.from().map(PostgresAuditTrail::utc))
                                        .bind("to", period.to().map(PostgresAuditTrail::utc))
                                        .bind("org", org.map(OrgId::value).orElse(null))
                                        .bind("limit", limit)
                                        .map((row, _) -> record(row))
                                        .list());
    }

    @Override
    public Optional<Sealed> anchor() {
        return gate.jdbi().withHandle(AuditAnchors::last);
    }

    @Override
    public Optional<Overdue> overdue(Duration period) {
        return gate.jdbi().withHandle(handle -> AuditAnchors.overdue(handle, period, DROP_MAX));
    }

    @Override
    public long countOverdue(Duration period) {
        return gate.jdbi().withHandle(handle -> AuditAnchors.count(handle, period));
    }

    @Override
    public int drop(Sealed anchor, AuditEntry entry) {
        return Patience.with(
                () ->
                        gate.jdbi()
                                .inTransaction(
                                        handle -> {
                                            lock(handle);
                                            return AuditAnchors.drop(handle, anchor, entry);
                                        }));
    }

    @Override
    public void reseal(Sealed anchor) {
        gate.jdbi().useTransaction(handle -> AuditAnchors.reseal(handle, anchor));
    }

    private static AuditRecord record(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new AuditEntry(
                        row.getString("actor"),
                        row.getString("action"),
                        Optional.ofNullable(row.getString("about")).map(OrgId::new),
                        row.getString("subject"),
                        row.getString("outcome"),
                        row.getString("request")),
                row.getString("previous"),
                row.getString("hash"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
