package io.turnout.adapters.http;

import io.turnout.adapters.http.lane.HostPages;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.rows.CsvRows;
import io.turnout.adapters.http.rows.NdjsonRows;
import io.turnout.adapters.http.rows.PacedRows;
import io.turnout.adapters.http.rows.RowBody;
import io.turnout.domain.attendeelink.UploadRow;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// In which forms rows come and addresses go, by what the headers say.
final class UploadBodies {
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private static final MediaType NDJSON_TYPE = MediaType.valueOf(NDJSON);
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,11}");

    private final Validator validator;

    UploadBodies(Validator validator) {
        this.validator = validator;
    }

    /// @throws WebApplicationException for a type or an encoding that is not taken, and for what is
    ///     too large by its own word
    Supplier<UploadRow> rows(HttpHeaders headers, InputStream sent, EventId event) {
        MediaType type = headers.getMediaType();
        boolean table = type != null && isPlain(type, CSV_TYPE);
        if (type == null || !(table || isPlain(type, NDJSON_TYPE))) {
            throw refusal(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "say Content-Type: " + NDJSON + " or " + CSV + ", in UTF-8");
        }
        if (headers.getLength() > RowBody.BYTES_MAX) {
            throw refusal(ProblemType.PAYLOAD_TOO_LARGE, "at most 512 MiB");
        }
        RowBody body = new RowBody(sent, isPacked(headers));
        return new PacedRows(
                table
                        ? new CsvRows(body, validator, event)
                        : new NdjsonRows(body, validator, event));
    }

    /// To the letter: a wildcard is no name. Whatever else it says, UTF-8 is what is read.
    private static boolean isPlain(MediaType type, MediaType wanted) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return type.getType().equalsIgnoreCase(wanted.getType())
                && type.getSubtype().equalsIgnoreCase(wanted.getSubtype())
                && (charset == null || StandardCharsets.UTF_8.name().equalsIgnoreCase(charset));
    }

    private static boolean isPacked(HttpHeaders headers) {
        List<String> encodings = headers.getRequestHeader(HttpHeaders.CONTENT_ENCODING);
        if (encodings == null || encodings.isEmpty()) {
            return false;
        }
        if (encodings.size() > 1 || !encodings.getFirst().equalsIgnoreCase("gzip")) {
            throw refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "gzip or no encoding");
        }
        return true;
    }

    /// The number of the first row of a body: 1 when nothing is said.
    ///
    /// @throws WebApplicationException for what is none
    static long firstRow(String header, @Nullable String given) {
        if (given == null) {
            return 1;
        }
        if (!ROW.matcher(given).matches()) {
            throw Problem.invalid(header, "is the number of a row, from 1").toException();
        }
        return Long.parseLong(given);
    }

    /// Whether a table is wanted rather than lines.
    static boolean wantsTable(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(CSV_TYPE) || type.isCompatible(NDJSON_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(NDJSON_TYPE))
                .isPresent();
    }

    /// How the addresses of links begin: they lead to the host that was asked, since whoever
    /// fetches them knows under which name we are found.
    static String linksBase(OrgId org, HttpHeaders headers, HttpServletRequest wire) {
        String forwarded = headers.getHeaderString("X-Forwarded-Proto");
        String scheme =
                "https".equals(forwarded) || "http".equals(forwarded)
                        ? forwarded
                        : wire.getScheme();
        int port = wire.getServerPort();
        boolean usual = port == ("https".equals(scheme) ? 443 : 80) || port <= 0;
        String host = wire.getServerName() + (usual ? "" : ":" + port);
        String page = HostPages.isUnnamed(wire::getAttribute) ? "/i/" : "/o/" + org + "/i/";
        return scheme + "://" + host + page;
    }

    private static WebApplicationException refusal(ProblemType type, String detail) {
        return new WebApplicationException(Problem.response(type, detail));
    }
}
