package io.turnout.adapters.postgres;

import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.erasure.LedgerEntry.Wish;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The rows of ledgers. Whoever adds one holds a lock of the org from the look at the last one to
/// the commit.
final class LedgerRows {
    private static final String LOCK = "select pg_advisory_xact_lock(4, hashtext(:org))";
    private static final String LAST =
            """
            select number, hash from erasure_ledger where org_id = :org
            order by number desc limit 1
            """;
    private static final String NOW = "select clock_timestamp()";
    private static final String ADD =
            """
            insert into erasure_ledger (org_id, number, at, erasure_id, asked_at, email_digest,
                erased, previous, hash)
            values (:org, :number, :at, :id, :asked, :digest, :erased, :previous, :hash)
            """;

    private LedgerRows() {}

    record End(AuditHead head, Instant now) {}

    /// Adds what `next` makes of the end of the org's ledger.
    static List<LedgerEntry> add(Handle handle, OrgId org, Function<End, List<LedgerEntry>> next) {
        var _ = handle.createQuery(LOCK).bind("org", org.value()).mapTo(String.class).one();
        AuditHead head =
                handle.createQuery(LAST)
                        .bind("org", org.value())
                        .map((row, _) -> new AuditHead(row.getLong(1), row.getString(2)))
                        .findOne()
                        .orElse(AuditHead.NONE);
        Instant now = handle.createQuery(NOW).mapTo(Instant.class).one();
        List<LedgerEntry> entries = next.apply(new End(head, now));
        PreparedBatch rows = handle.prepareBatch(ADD);
        for (LedgerEntry entry : entries) {
            var _ =
                    rows.bind("org", org.value())
                            .bind("number", entry.number())
                            .bind("at", utc(entry.at()))
                            .bind("id", entry.what().id().value())
                            .bind("asked", utc(entry.what().asked()))
                            .bind("digest", entry.what().bytes())
                            .bindArray("erased", Integer.class, counts(entry.erased()))
                            .bind("previous", entry.previous())
                            .bind("hash", entry.hash())
                            .add();
        }
        int[] _ = rows.execute();
        return entries;
    }

    static Optional<LedgerEntry> find(Handle handle, OrgId org, ErasureId id) {
        return handle.createQuery(
                        "select * from erasure_ledger where org_id = :org and erasure_id = :id")
                .bind("org", org.value())
                .bind("id", id.value())
                .map((row, _) -> read(row))
                .findOne();
    }

    static LedgerEntry read(ResultSet row) throws SQLException {
        return new LedgerEntry(
                new OrgId(row.getString("org_id")),
                row.getLong("number"),
                EventRows.instant(row, "at"),
                wish(row),
                erased(row),
                row.getString("previous"),
                row.getString("hash"));
    }

    static Wish wish(ResultSet row) throws SQLException {
        return Wish.of(
                new ErasureId(row.getObject("erasure_id", UUID.class)),
                EventRows.instant(row, "asked_at"),
                row.getBytes("email_digest"));
    }

    static Erased erased(ResultSet row) throws SQLException {
        Integer[] counts = (Integer[]) row.getArray("erased").getArray();
        return new Erased(
                counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6],
                counts[7]);
    }

    static List<Integer> counts(Erased erased) {
        return List.of(
                erased.registrations(),
                erased.attendees(),
                erased.links(),
                erased.keys(),
                erased.answers(),
                erased.withdrawn(),
                erased.setAside(),
                erased.owed());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
