package io.turnout.adapters.postgres;

import io.turnout.application.audit.AuditTrail.Overdue;
import io.turnout.application.audit.AuditTrail.Sealed;
import io.turnout.domain.audit.AuditAnchor;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.AuditHead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Up to where a trail was dropped.
final class AuditAnchors {
    private static final String LAST = "select * from audit_anchor order by number desc limit 1";
    private static final String OLD =
            """
            from audit_record
            where number <= (select coalesce(min(number), 0) - 1 from audit_record
                where at >= now() - make_interval(secs => :period))
            or (number < (select max(number) from audit_record) and not exists (
                select from audit_record where at >= now() - make_interval(secs => :period)))
            """;
    private static final String OVERDUE =
            "select number, hash, count(*) over () as records, clock_timestamp() as now from ("
                    + "select number, hash "
                    + OLD
                    + " order by number limit :limit) as old order by number desc limit 1";
    private static final String COUNT = "select count(*) " + OLD;
    private static final String KEEP =
            """
            insert into audit_anchor (number, hash, dropped, at, actor, seal)
            select :number, :hash, :dropped, :at, :actor, :seal
            where exists (select from audit_record where number = :number and hash = :hash)
            on conflict (number) do nothing
            """;
    private static final String DROP = "delete from audit_record where number <= :number";
    private static final String RESEAL =
            "update audit_anchor set seal = :seal where number = :number";

    private AuditAnchors() {}

    static Optional<Sealed> last(Handle handle) {
        return handle.createQuery(LAST)
                .map(
                        (row, _) ->
                                new Sealed(
                                        new AuditAnchor(
                                                new AuditHead(
                                                        row.getLong("number"),
                                                        row.getString("hash")),
                                                row.getLong("dropped"),
                                                EventRows.instant(row, "at"),
                                                row.getString("actor")),
                                        row.getBytes("seal")))
                .findOne();
    }

    static Optional<Overdue> overdue(Handle handle, Duration period, int limit) {
        return handle.createQuery(OVERDUE)
                .bind("period", LaneLease.seconds(period))
                .bind("limit", limit)
                .map(
                        (row, _) ->
                                new Overdue(
                                        new AuditHead(row.getLong("number"), row.getString("hash")),
                                        row.getInt("records"),
                                        EventRows.instant(row, "now")))
                .findOne();
    }

    static long count(Handle handle, Duration period) {
        return handle.createQuery(COUNT)
                .bind("period", LaneLease.seconds(period))
                .mapTo(Long.class)
                .one();
    }

    /// Under the lock of the trail.
    static int drop(Handle handle, Sealed sealed, AuditEntry entry) {
        AuditAnchor anchor = sealed.anchor();
        int kept =
                handle.createUpdate(KEEP)
                        .bind("number", anchor.head().number())
                        .bind("hash", anchor.head().hash())
                        .bind("dropped", anchor.dropped())
                        .bind("at", LedgerRows.utc(anchor.at()))
                        .bind("actor", anchor.actor())
                        .bind("seal", sealed.seal())
                        .execute();
        if (kept == 0) {
            return 0;
        }
        var _ = PostgresAuditTrail.append(handle, List.of(entry));
        return handle.createUpdate(DROP).bind("number", anchor.head().number()).execute();
    }

    static void reseal(Handle handle, Sealed sealed) {
        int _ =
                handle.createUpdate(RESEAL)
                        .bind("seal", sealed.seal())
                        .bind("number", sealed.anchor().head().number())
                        .execute();
    }
}
