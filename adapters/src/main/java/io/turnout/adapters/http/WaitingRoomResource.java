package io.turnout.adapters.http;

import io.turnout.adapters.http.problem.PlaceInLine;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.wire.Call;
import io.turnout.application.waitingroom.InLine;
import io.turnout.application.waitingroom.WaitingUseCases;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The waiting room of an event: how it stands, the next ticket, and what a ticket is worth.
@Path("/v1/orgs/{org}/events/{event}/waiting-room")
@Produces(MediaType.APPLICATION_JSON)
public final class WaitingRoomResource {
    private final WaitingUseCases useCases;
    private final WaitingLine line;

    public WaitingRoomResource(WaitingUseCases useCases) {
        this.useCases = useCases;
        this.line = new WaitingLine(useCases);
    }

    @GET
    public Response show(@PathParam("org") OrgId org, @PathParam("event") EventId event) {
        return useCases.show()
                .show(org, event)
                .map(WaitingRoomView::of)
                .map(WaitingRoomResource::shown)
                .orElseGet(() -> Refusals.unknown("waiting room"));
    }

    /// A ticket that is still worth something is answered with itself.
    @POST
    @Path("tickets")
    public Response join(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @HeaderParam(Call.TICKET) @Nullable String token) {
        Optional<Ticket> known = line.ticket(org, event, token);
        Optional<InLine> joined = useCases.join().join(org, event, known);
        boolean newcomer =
                joined.map(InLine::ticket)
                        .filter(ticket -> !known.equals(Optional.of(ticket)))
                        .isPresent();
        PlaceInLine place = joined.map(PlaceInLine::of).orElse(PlaceInLine.NOBODY_WAITS);
        return answer(newcomer ? Response.status(Response.Status.CREATED) : Response.ok(), place);
    }

    @GET
    @Path("place")
    public Response place(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @HeaderParam(Call.TICKET) @Nullable String token) {
        return line.ticket(org, event, token)
                .map(ticket -> useCases.showTurn().show(ticket))
                .map(inLine -> answer(Response.ok(), PlaceInLine.of(inLine)))
                .orElseGet(
                        () ->
                                Problem.invalid(Call.TICKET, "is no ticket of this event")
                                        .toResponse());
    }

    private static Response answer(Response.ResponseBuilder answer, PlaceInLine place) {
        if (place.askAfterSeconds() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, place.askAfterSeconds());
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").entity(place).build();
    }

    private static Response shown(WaitingRoomView view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "public, max-age=1").build();
    }
}
