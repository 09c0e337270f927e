package io.turnout.adapters.http;

import io.turnout.adapters.http.rows.NdjsonRows;
import io.turnout.adapters.http.rows.RowBody;
import io.turnout.adapters.http.wire.View;
import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.UploadTally;
import io.turnout.domain.attendeelink.UploadTicket;

/// The ticket of an upload, where its rows go, until when, and how much there may be.
public record LinkTicketView(
        String id, String ticket, String uploadUrl, String expiresAt, Limits limits)
        implements View {
    private static final Limits LIMITS =
            new Limits(
                    RowBody.BYTES_MAX,
                    NdjsonRows.LINE_MAX,
                    RowBody.TIME_MAX.toSeconds(),
                    AttendeeLinks.KEEP_MAX,
                    UploadTally.NAMED_MAX);

    /// Bytes of a body, unpacked, and of a row; how long one request may bring rows; after how many
    /// they are kept; and how many of those that are refused are named.
    public record Limits(
            long bytes, int rowBytes, long seconds, int rowsKeptAtOnce, int refusedRowsNamed) {}

    static LinkTicketView of(LinkUpload upload, UploadTicket ticket) {
        return new LinkTicketView(
                upload.key().id().toString(),
                ticket.value(),
                path(upload, ticket),
                upload.expiresAt().toString(),
                LIMITS);
    }

    private static String path(LinkUpload upload, UploadTicket ticket) {
        return "/v1/orgs/"
                + upload.key().org()
                + "/events/"
                + upload.key().event()
                + "/link-uploads/"
                + ticket.value();
    }

    @Override
    public String toString() {
        return "LinkTicketView[" + id + "]";
    }
}
