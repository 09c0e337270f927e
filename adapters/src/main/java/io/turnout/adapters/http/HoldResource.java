package io.turnout.adapters.http;

import io.turnout.adapters.http.lane.Excess;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.wire.Call;
import io.turnout.adapters.http.wire.ShortWay;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.application.registration.HoldSeats;
import io.turnout.application.registration.IdSource;
import io.turnout.application.registration.RecallHold;
import io.turnout.application.registration.ReleaseHold;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.MustWait;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.ReleaseRequest;
import io.turnout.domain.registration.Undecided;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a visitor has seats kept for ten minutes, and gives them back.
@Path("/v1/orgs/{org}/events/{event}/holds")
@Produces(MediaType.APPLICATION_JSON)
public final class HoldResource {
    private final Desk desk;
    private final ManageTokens tokens;
    private final IdSource ids;
    private final WaitingLine line;

    /// What can be asked: to hold, what a hold became, and to give it back.
    record Desk(HoldSeats hold, RecallHold recall, ReleaseHold release) {}

    HoldResource(Desk desk, ManageTokens tokens, IdSource ids, WaitingLine line) {
        this.desk = desk;
        this.tokens = tokens;
        this.ids = ids;
        this.line = line;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response hold(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @HeaderParam(Call.KEY) List<String> key,
            @HeaderParam(Call.TICKET) @Nullable String ticket,
            HoldForm form,
            @Context HttpServletRequest wire) {
        return hold(new Call(org, event, key, ticket, wire::getAttribute), form);
    }

    /// The same, for whom the long way is too long.
    ShortWay.Route<HoldForm> shortWay() {
        return new ShortWay.Route<>("holds", HoldForm.class, this::hold);
    }

    private Response hold(Call call, HoldForm form) {
        IdempotencyKey known = Refusals.key(call.key());
        if (form.places() > RegistrationRequest.GROUP_MAX) {
            return Problem.invalid("lines", "are 50 places in all at most").toResponse();
        }
        HoldRequest request =
                new HoldRequest(
                        call.org(),
                        call.event(),
                        known,
                        new HoldId(ids.next()),
                        form.lines().stream().map(HoldForm.Line::toLine).toList(),
                        line.ticket(call));
        return Excess.of(call.notes())
                .map(excess -> recalled(request, excess))
                .orElseGet(() -> decided(request, desk.hold().hold(request)));
    }

    private Response recalled(HoldRequest request, Excess excess) {
        HoldDecision decision = desk.recall().recall(request);
        return decision instanceof Undecided(var cause) && cause == Undecided.Cause.OVER_SHARE
                ? Refusals.excess(excess)
                : decided(request, decision);
    }

    private Response decided(HoldRequest request, HoldDecision decision) {
        return switch (decision) {
            case HoldDecision.Held(var hold, _) ->
                    kept(Response.created(uri(request, hold)), request.org(), hold);
            case HoldDecision.Repeated(var earlier) -> kept(Response.ok(), request.org(), earlier);
            case HoldDecision.KeyReused() -> Refusals.keyReused();
            case HoldDecision.Full(var room, var remaining) -> Refusals.full(room, remaining);
            case HoldDecision.Unlicensed _ -> Refusals.unlicensed();
            case HoldDecision.Closed _ -> Refusals.closed();
            case HoldDecision.UnknownEvent _ -> Refusals.unknown("event");
            case HoldDecision.UnknownChoice(var choice) ->
                    Refusals.unknownChoice(Choices.field("lines", places(request), choice));
            case MustWait must ->
                    line.refusal(request.org(), request.event(), request.ticket(), must);
            case Undecided undecided -> Refusals.undecided(undecided);
        };
    }

    /// Gives the seats back; a second time changes nothing and answers the same.
    @DELETE
    @Path("{id}")
    public Response release(
            @PathParam("org") OrgId org,
            @PathParam("id") HoldId id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Optional<Response> refusal = new Bearer(tokens).refusal(org, id.value(), authorization);
        return refusal.orElseGet(() -> released(new ReleaseRequest(org, id)));
    }

    private Response released(ReleaseRequest request) {
        return switch (desk.release().release(request)) {
            case ReleaseDecision.Released _, ReleaseDecision.AlreadyEnded _ ->
                    Response.noContent().build();
            case ReleaseDecision.UnknownHold _ -> Refusals.unknown("hold");
            case ReleaseDecision.StillRunning(var hold) ->
                    throw new IllegalStateException("only an expiry finds a hold running: " + hold);
            case Undecided undecided -> Refusals.undecided(undecided);
        };
    }

    private static List<Place> places(HoldRequest request) {
        return request.lines().stream()
                .map(line -> new Place(line.item(), line.sessions()))
                .toList();
    }

    private Response kept(Response.ResponseBuilder answer, OrgId org, Hold hold) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(HoldView.of(hold, tokens.of(org, hold.id().value())))
                .build();
    }

    private static URI uri(HoldRequest request, Hold hold) {
        return URI.create(
                "/v1/orgs/" + request.org() + "/events/" + hold.event() + "/holds/" + hold.id());
    }
}
