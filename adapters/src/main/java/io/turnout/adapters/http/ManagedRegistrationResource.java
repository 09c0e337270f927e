package io.turnout.adapters.http;

import io.turnout.application.privacy.ManageTokens;
import io.turnout.application.registration.AcceptOffer;
import io.turnout.application.registration.CancelRegistration;
import io.turnout.application.registration.ShowRegistration;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.AcceptRequest;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.Undecided;
import jakarta.ws.rs.DELETE;
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

/// A registration in the hands of whoever has its token.
@Path("/v1/orgs/{org}/registrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class ManagedRegistrationResource {
    private final ShowRegistration showRegistration;
    private final CancelRegistration cancelRegistration;
    private final AcceptOffer acceptOffer;
    private final ManageTokens tokens;
    private final Bearer bearer;

    public ManagedRegistrationResource(
            ShowRegistration showRegistration,
            CancelRegistration cancelRegistration,
            AcceptOffer acceptOffer,
            ManageTokens tokens) {
        this.showRegistration = showRegistration;
        this.cancelRegistration = cancelRegistration;
        this.acceptOffer = acceptOffer;
        this.tokens = tokens;
        this.bearer = new Bearer(tokens);
    }

    @GET
    public Response show(
            @PathParam("org") OrgId org,
            @PathParam("id") RegistrationId id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Optional<Response> refusal = bearer.refusal(org, id.value(), authorization);
        return refusal.orElseGet(
                () ->
                        showRegistration
                                .show(org, id)
                                .map(this::shown)
                                .orElseGet(() -> Refusals.unknown("registration")));
    }

    /// Cancels it; a second time changes nothing and answers the same.
    @DELETE
    public Response cancel(
            @PathParam("org") OrgId org,
            @PathParam("id") RegistrationId id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Optional<Response> refusal = bearer.refusal(org, id.value(), authorization);
        return refusal.orElseGet(() -> cancelled(new CancelRequest(org, id)));
    }

    private Response cancelled(CancelRequest request) {
        return switch (cancelRegistration.cancel(request)) {
            case CancelDecision.Cancelled(var registration, _) -> shown(registration);
            case CancelDecision.AlreadyCancelled(var registration) -> shown(registration);
            case CancelDecision.UnknownRegistration _ -> Refusals.unknown("registration");
            case Undecided undecided -> Refusals.undecided(undecided);
        };
    }

    /// Takes the seats that were offered; a second time changes nothing and answers the same.
    @POST
    @Path("acceptance")
    public Response accept(
            @PathParam("org") OrgId org,
            @PathParam("id") RegistrationId id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Optional<Response> refusal = bearer.refusal(org, id.value(), authorization);
        return refusal.orElseGet(() -> accepted(new AcceptRequest(org, id)));
    }

    private Response accepted(AcceptRequest request) {
        return switch (acceptOffer.accept(request)) {
            case AcceptDecision.Accepted(var registration, _) -> shown(registration);
            case AcceptDecision.AlreadyConfirmed(var registration) -> shown(registration);
            case AcceptDecision.NothingOffered _ -> Refusals.nothingOffered();
            case AcceptDecision.Closed _ -> Refusals.closed();
            case AcceptDecision.UnknownRegistration _ -> Refusals.unknown("registration");
            case Undecided undecided -> Refusals.undecided(undecided);
        };
    }

    private Response shown(Registration registration) {
        String token = tokens.of(registration.org(), registration.id().value());
        return Response.ok(RegistrationView.of(registration, token))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
