package io.turnout.adapters.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/// The one body of every *no* (RFC 9457). It holds nothing the caller typed.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        int status,
        String title,
        String detail,
        String instance,
        List<Violation> violations,
        @Nullable FullRoom room,
        @Nullable PlaceInLine waiting) {
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final String PLAIN_HTTP = "about:blank";

    public Problem {
        violations = List.copyOf(violations);
    }

    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, Correlation.current());
    }

    public static Problem of(ProblemType type, String detail, String correlation) {
        return new Problem(
                type.uri(),
                type.status(),
                type.title(),
                detail,
                correlation,
                List.of(),
                null,
                null);
    }

    public static Problem invalid(List<Violation> violations) {
        return violated(ProblemType.INVALID, violations);
    }

    /// Settings that are not sound, with a reason each.
    public static Problem rejected(List<Violation> violations) {
        return violated(ProblemType.CONFIG_REJECTED, violations);
    }

    private static Problem violated(ProblemType type, List<Violation> violations) {
        return new Problem(
                type.uri(),
                type.status(),
                type.title(),
                "see violations",
                Correlation.current(),
                violations,
                null,
                null);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    public static Problem soldOut(FullRoom room) {
        ProblemType type = ProblemType.SOLD_OUT;
        return new Problem(
                type.uri(),
                type.status(),
                type.title(),
                "nobody of the group was registered",
                Correlation.current(),
                List.of(),
                room,
                null);
    }

    /// It is not their turn: where they stand, and when to ask again.
    public static Response mustWait(PlaceInLine place) {
        ProblemType type = ProblemType.WAITING_ROOM;
        String correlation = Correlation.current();
        Problem problem =
                new Problem(
                        type.uri(),
                        type.status(),
                        type.title(),
                        "repeat the request with the ticket in Waiting-Room-Ticket",
                        correlation,
                        List.of(),
                        null,
                        place);
        Long pause = place.askAfterSeconds();
        return problem.responseBuilder()
                .header(HttpHeaders.RETRY_AFTER, pause == null ? 1 : pause)
                .build();
    }

    /// What plain HTTP says: for a status that needs no word of ours.
    public static Problem plain(int status, String correlation) {
        return new Problem(
                PLAIN_HTTP,
                status,
                HttpStatus.getMessage(status),
                "the correlation id finds it in the log",
                correlation,
                List.of(),
                null,
                null);
    }

    public Response toResponse() {
        return responseBuilder().build();
    }

    /// The same as an exception, for where nothing can be returned.
    public WebApplicationException toException() {
        return new WebApplicationException(toResponse());
    }

    Response.ResponseBuilder responseBuilder() {
        Response.ResponseBuilder builder =
                Response.status(status)
                        .type(MEDIA_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(this);
        return builder;
    }

    /// An answer to `type`, with the headers that belong to it.
    public static Response response(ProblemType type, String detail) {
        Problem problem = of(type, detail);
        Response.ResponseBuilder builder = problem.responseBuilder();
        if (type.retryable()) {
            builder.header(HttpHeaders.RETRY_AFTER, type.pauseSeconds(problem.instance()));
        }
        if (type == ProblemType.RELOCATING) {
            builder.header(ProblemType.MOVING_HEADER, "yes");
        }
        if (type == ProblemType.UNAUTHENTICATED) {
            builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return builder.build();
    }
}
