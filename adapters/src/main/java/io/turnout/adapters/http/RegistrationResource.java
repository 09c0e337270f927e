package io.turnout.adapters.http;

import io.turnout.adapters.http.lane.Excess;
import io.turnout.adapters.http.lane.Guesses;
import io.turnout.adapters.http.lane.LoadTest;
import io.turnout.adapters.http.wire.Call;
import io.turnout.adapters.http.wire.ShortWay;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.application.registration.IdSource;
import io.turnout.application.registration.RecallRegistration;
import io.turnout.application.registration.RegisterAttendees;
import io.turnout.application.registration.RehearseRegistration;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.MustWait;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Undecided;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import org.jspecify.annotations.Nullable;

/// Where a group registers. Not before it is kept is it answered with 201.
@Path("/v1/orgs/{org}/events/{event}/registrations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RegistrationResource {
    private final Desk desk;
    private final ManageTokens tokens;
    private final IdSource ids;
    private final WaitingLine line;
    private final LinkDoor links;

    /// What can be asked: to register, what a registration became, and what it would become.
    public record Desk(
            RegisterAttendees register, RecallRegistration recall, RehearseRegistration rehearse) {}

    RegistrationResource(
            Desk desk, ManageTokens tokens, IdSource ids, WaitingLine line, LinkDoor links) {
        this.desk = desk;
        this.tokens = tokens;
        this.ids = ids;
        this.line = line;
        this.links = links;
    }

    @POST
    public Response register(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @HeaderParam(Call.KEY) List<String> key,
            @HeaderParam(Call.TICKET) @Nullable String ticket,
            RegistrationForm form,
            @Context HttpServletRequest wire) {
        return register(new Call(org, event, key, ticket, wire::getAttribute), form);
    }

    /// The same, for whom the long way is too long.
    ShortWay.Route<RegistrationForm> shortWay() {
        return new ShortWay.Route<>("registrations", RegistrationForm.class, this::register);
    }

    private Response register(Call call, RegistrationForm form) {
        RegistrationRequest request =
                form.toRequest(call.org(), call.event(), Refusals.key(call.key()), ids)
                        .with(line.ticket(call));
        if (form.link() != null) {
            request = request.invited(links.of(call.org(), form, Guesses.of(call.notes())));
        }
        return answer(call, request);
    }

    private Response answer(Call call, RegistrationRequest request) {
        if (LoadTest.is(call.notes())) {
            return rehearsed(request);
        }
        return Excess.of(call.notes())
                .map(excess -> recalled(request, excess))
                .orElseGet(() -> answered(request, desk.register().register(request)));
    }

    private Response rehearsed(RegistrationRequest request) {
        Decision decision = desk.rehearse().rehearse(request);
        return decision instanceof Decision.Admitted(var registration, _, _)
                ? Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(RehearsalView.of(registration))
                        .build()
                : answered(request, decision);
    }

    private Response recalled(RegistrationRequest request, Excess excess) {
        Decision decision = desk.recall().recall(request);
        return decision instanceof Undecided(var cause) && cause == Undecided.Cause.OVER_SHARE
                ? Refusals.excess(excess)
                : answered(request, decision);
    }

    private Response answered(RegistrationRequest request, Decision decision) {
        return switch (decision) {
            case Decision.Admitted(var registration, _, _) ->
                    kept(Response.created(uri(registration)), registration);
            case Decision.Waitlisted(var registration) ->
                    kept(Response.created(uri(registration)), registration);
            case Decision.Repeated(var earlier) -> kept(Response.ok(), earlier);
            case Decision.KeyReused() -> Refusals.keyReused();
            case Decision.Full(var room, var remaining) -> Refusals.full(room, remaining);
            case Decision.Unlicensed _ -> Refusals.unlicensed();
            case Decision.Closed _ -> Refusals.closed();
            case Decision.UnknownEvent _ -> Refusals.unknown("event");
            case Decision.UnknownChoice(var choice) ->
                    Refusals.unknownChoice(
                            Choices.field(
                                    "attendees",
                                    request.attendees().stream().map(Attendee::place).toList(),
                                    choice));
            case Decision.UnknownLink() -> LinkDoor.unknown();
            case Decision.LinkUsed _ -> Refusals.linkUsed();
            case Decision.Erased _ -> Refusals.erased();
            case MustWait must ->
                    line.refusal(request.org(), request.event(), request.ticket(), must);
            case Undecided undecided -> Refusals.undecided(undecided);
        };
    }

    private Response kept(Response.ResponseBuilder answer, Registration registration) {
        String token = tokens.of(registration.org(), registration.id().value());
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(RegistrationView.of(registration, token))
                .build();
    }

    private static URI uri(Registration registration) {
        return URI.create("/v1/orgs/" + registration.org() + "/registrations/" + registration.id());
    }
}
