package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.LinkUploads;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.RefusedRow;
import io.turnout.domain.attendeelink.RowFault;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadTally;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The row of an upload whose ticket holds, and by which attempt rows come in.
record UploadRecord(LinkUpload upload, int attempt) {
    private static final String FIND =
            """
            select *, coalesce(lease_until > clock_timestamp(), false) as receiving
            from link_upload where org_id = :org and upload_id = :id and event_id = :event
            and expires_at > now()
            """;
    private static final String LOCK = FIND + " for update";
    private static final String RECENT =
            """
            select *, coalesce(lease_until > clock_timestamp(), false) as receiving
            from link_upload where org_id = :org and expires_at > now() - interval '7 days'
            order by begun_at desc, upload_id limit :limit
            """;
    private static final String KEEP =
            """
            update link_upload set rows_read = :read, rows_kept = :kept,
                values_dropped = :dropped, faults = :faults, fault_rows = :faultRows,
                refused_rows = :refusedRows, refused_faults = :refusedFaults,
                lease_until = clock_timestamp() + :lease, touched_at = clock_timestamp(),
                busy_millis = busy_millis
                    + (extract(epoch from clock_timestamp() - touched_at) * 1000)::bigint
            where org_id = :org and upload_id = :id
            """;

    static Optional<UploadRecord> find(Handle handle, UploadKey key) {
        return one(handle, FIND, key);
    }

    static Optional<UploadRecord> lock(Handle handle, UploadKey key) {
        return one(handle, LOCK, key);
    }

    static List<LinkUpload> recent(Handle handle, OrgId org, int limit) {
        return handle.createQuery(RECENT)
                .bind("org", org.value())
                .bind("limit", limit)
                .map((row, _) -> read(row, key(org, row)).upload())
                .list();
    }

    private static UploadKey key(OrgId org, ResultSet row) throws SQLException {
        return new UploadKey(
                org,
                new EventId(row.getString("event_id")),
                new UploadId(row.getObject("upload_id", UUID.class)));
    }

    private static Optional<UploadRecord> one(Handle handle, String sql, UploadKey key) {
        return handle.createQuery(sql)
                .bind("org", key.org().value())
                .bind("id", key.id().value())
                .bind("event", key.event().value())
                .map((row, _) -> read(row, key))
                .findOne();
    }

    /// Keeps how far an upload has come, and that rows come in.
    static void keep(Handle handle, UploadKey key, UploadTally tally) {
        int _ =
                handle.createUpdate(KEEP)
                        .bind("org", key.org().value())
                        .bind("id", key.id().value())
                        .bind("lease", LinkUploads.LEASE)
                        .bind("read", tally.rows())
                        .bind("kept", tally.kept())
                        .bind("dropped", tally.dropped())
                        .bindArray(
                                "faults",
                                String.class,
                                tally.faults().keySet().stream().map(Words::of).toList())
                        .bindArray("faultRows", Long.class, List.copyOf(tally.faults().values()))
                        .bindArray(
                                "refusedRows",
                                Long.class,
                                tally.refused().stream().map(RefusedRow::row).toList())
                        .bindArray(
                                "refusedFaults",
                                String.class,
                                tally.refused().stream().map(row -> Words.of(row.fault())).toList())
                        .execute();
    }

    private static UploadRecord read(ResultSet row, UploadKey key) throws SQLException {
        LinkUpload.State unfinished =
                row.getBoolean("receiving") ? LinkUpload.State.RECEIVING : LinkUpload.State.OPEN;
        LinkUpload upload =
                new LinkUpload(
                        key,
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getObject("finished_at") == null
                                ? unfinished
                                : LinkUpload.State.FINISHED,
                        tally(row),
                        Duration.ofMillis(row.getLong("busy_millis")));
        return new UploadRecord(upload, row.getInt("attempt"));
    }

    private static UploadTally tally(ResultSet row) throws SQLException {
        List<RowFault> faults = faults(row, "faults");
        Long[] faultRows = (Long[]) row.getArray("fault_rows").getArray();
        SortedMap<RowFault, Long> counts = new TreeMap<>();
        for (int i = 0; i < faultRows.length; i++) {
            counts.put(faults.get(i), faultRows[i]);
        }
        List<RowFault> refusedFaults = faults(row, "refused_faults");
        Long[] refusedRows = (Long[]) row.getArray("refused_rows").getArray();
        List<RefusedRow> refused = new ArrayList<>();
        for (int i = 0; i < refusedRows.length; i++) {
            refused.add(new RefusedRow(refusedRows[i], refusedFaults.get(i)));
        }
        return new UploadTally(
                row.getLong("rows_read"),
                row.getLong("rows_kept"),
                row.getLong("values_dropped"),
                counts,
                refused);
    }

    private static List<RowFault> faults(ResultSet row, String column) throws SQLException {
        List<RowFault> faults = new ArrayList<>();
        for (String word : (String[]) row.getArray(column).getArray()) {
            faults.add(Words.read(RowFault.class, word));
        }
        return faults;
    }
}
