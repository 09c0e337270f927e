package io.turnout.adapters.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.rows.AddressSheet;
import io.turnout.adapters.http.rows.RowForm;
import io.turnout.application.attendeelink.ReceiveLinks.Answer;
import io.turnout.application.attendeelink.UploadUseCases;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadRow.Ending;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the bearer of a ticket brings rows, sees what became of them, and fetches the addresses of
/// the links. HEAD tells which row comes next.
@Path("/v1/orgs/{org}/events/{event}/link-uploads/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
public final class LinkUploadResource {
    private static final String FIRST_ROW = "Turnout-First-Row";
    private static final String NEXT_ROW = "Turnout-Next-Row";

    /// How many bring rows at once, and how many fetch addresses. One who does takes a whole
    /// processor, and those who register need the others.
    private static final int AT_ONCE = 2;

    private final UploadUseCases uploads;
    private final UploadBodies bodies;
    private final Semaphore bringing = new Semaphore(AT_ONCE);
    private final Semaphore fetching = new Semaphore(AT_ONCE);

    LinkUploadResource(UploadUseCases uploads, UploadBodies bodies) {
        this.uploads = uploads;
        this.bodies = bodies;
    }

    @PUT
    public Response take(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @PathParam("ticket") String ticket,
            @HeaderParam(FIRST_ROW) @Nullable String first,
            @Context HttpHeaders headers,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = UploadBodies.NDJSON,
                                        schema = @Schema(implementation = RowForm.class)),
                                @Content(
                                        mediaType = UploadBodies.CSV,
                                        schema = @Schema(implementation = RowForm.class))
                            })
                    InputStream body) {
        return with(
                org,
                event,
                ticket,
                key -> {
                    long row = UploadBodies.firstRow(FIRST_ROW, first);
                    var rows = bodies.rows(headers, body, event);
                    return within(
                            bringing, () -> answer(uploads.receive().receive(key, row, rows)));
                });
    }

    private static Response answer(Answer answer) {
        return switch (answer) {
            case Answer.Received(var upload, var how) -> received(upload, how);
            case Answer.Gap(var next) ->
                    withNext(
                            Problem.invalid(FIRST_ROW, "is " + next + " at most").toResponse(),
                            next);
            case Answer.Busy() ->
                    Problem.response(
                            ProblemType.REQUEST_IN_PROGRESS, "another request brings its rows");
            case Answer.Finished() ->
                    Problem.response(ProblemType.UPLOAD_FINISHED, "begin another for more rows");
            case Answer.Unknown() -> unknown();
            case Answer.Elsewhere() ->
                    Problem.response(ProblemType.RELOCATING, "what was kept before is kept");
        };
    }

    private static Response received(LinkUpload upload, Ending how) {
        boolean finished = upload.state() == LinkUpload.State.FINISHED;
        Response answer =
                switch (how) {
                    case WHOLE ->
                            finished
                                    ? shown(upload)
                                    : malformed("it has no row, or fewer than are kept already");
                    case BROKEN_OFF -> malformed("the body did not arrive whole");
                    case NO_TABLE -> malformed("a cell of the next row does not end");
                    case NO_HEAD ->
                            Problem.invalid("head", "names id and email, and none of ours twice")
                                    .toResponse();
                    case TOO_LARGE ->
                            Problem.response(
                                    ProblemType.PAYLOAD_TOO_LARGE,
                                    "at most 512 MiB: bring the next rows by another request");
                    case TOO_SLOW ->
                            Problem.response(
                                    ProblemType.REQUEST_TIMEOUT,
                                    "an hour at most: bring the next rows by another request");
                };
        return withNext(answer, upload.tally().next());
    }

    private static Response malformed(String detail) {
        return Problem.response(ProblemType.MALFORMED, detail);
    }

    @GET
    public Response show(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @PathParam("ticket") String ticket) {
        return with(
                org,
                event,
                ticket,
                key ->
                        uploads.show()
                                .show(key)
                                .map(LinkUploadResource::shown)
                                .orElseGet(LinkUploadResource::unknown));
    }

    private static Response shown(LinkUpload upload) {
        return withNext(
                Response.ok(LinkUploadView.of(upload), MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build(),
                upload.tally().next());
    }

    private static Response withNext(Response answer, long next) {
        answer.getHeaders().putSingle(NEXT_ROW, next);
        return answer;
    }

    /// The address of every link that was kept.
    @GET
    @Path("links")
    @Produces({UploadBodies.NDJSON, UploadBodies.CSV})
    public Response links(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @PathParam("ticket") String ticket,
            @Context HttpHeaders headers,
            @Context HttpServletRequest wire) {
        return with(
                org,
                event,
                ticket,
                key ->
                        uploads.show()
                                .show(key)
                                .map(_ -> addresses(key, headers, wire))
                                .orElseGet(LinkUploadResource::unknown));
    }

    private Response addresses(UploadKey key, HttpHeaders headers, HttpServletRequest wire) {
        boolean table = UploadBodies.wantsTable(headers);
        String base = UploadBodies.linksBase(key.org(), headers, wire);
        String type = table ? UploadBodies.CSV : UploadBodies.NDJSON;
        if (wire.getMethod().equals("HEAD")) {
            return Response.ok().type(type).build();
        }
        if (!fetching.tryAcquire()) {
            return busy();
        }
        StreamingOutput output =
                out -> {
                    try (AddressSheet sheet = AddressSheet.on(out, table, base)) {
                        long _ = uploads.list().list(key, sheet::write);
                    } finally {
                        fetching.release();
                    }
                };
        return Response.ok(output, type).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private Response with(
            OrgId org, EventId event, String ticket, Function<UploadKey, Response> work) {
        Optional<UploadKey> key = uploads.read().read(org, event, ticket);
        return key.map(work).orElseGet(LinkUploadResource::unknown);
    }

    private static Response within(Semaphore places, Supplier<Response> work) {
        if (!places.tryAcquire()) {
            return busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static Response busy() {
        return Problem.response(ProblemType.OVERLOADED, "others are served before you");
    }

    private static Response unknown() {
        return Problem.response(ProblemType.NOT_FOUND, "no such upload, or its ticket ran out");
    }
}
