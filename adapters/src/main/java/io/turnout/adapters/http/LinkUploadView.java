package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.UploadTally;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// An upload as it stands: how many rows were read, how many became links, how many values of
/// fields that are none of ours were dropped, which rows were refused and why, and which row comes
/// next.
public record LinkUploadView(
        String id,
        String event,
        String state,
        String expiresAt,
        long rows,
        long kept,
        long refused,
        long dropped,
        long nextRow,
        long rowsPerSecond,
        List<Reason> refusedBy,
        List<Row> refusedRows)
        implements View {
    private static final long SECOND_MILLIS = 1_000;

    /// How many rows were refused for a reason.
    public record Reason(String reason, long rows) {}

    /// A row that was refused; the first thousand are named.
    public record Row(long row, String reason) {}

    public static LinkUploadView of(LinkUpload upload) {
        UploadTally tally = upload.tally();
        return new LinkUploadView(
                upload.key().id().toString(),
                upload.key().event().value(),
                upload.state().name().toLowerCase(Locale.ROOT),
                upload.expiresAt().toString(),
                tally.rows(),
                tally.kept(),
                tally.rows() - tally.kept(),
                tally.dropped(),
                tally.next(),
                perSecond(tally.rows(), upload.took()),
                tally.faults().entrySet().stream()
                        .map(fault -> new Reason(fault.getKey().slug(), fault.getValue()))
                        .toList(),
                tally.refused().stream()
                        .map(row -> new Row(row.row(), row.fault().slug()))
                        .toList());
    }

    private static long perSecond(long rows, Duration took) {
        return took.toMillis() == 0 ? 0 : rows * SECOND_MILLIS / took.toMillis();
    }
}
