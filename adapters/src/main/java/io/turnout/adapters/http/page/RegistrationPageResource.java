package io.turnout.adapters.http.page;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.AcceptRequest;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.Undecided;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/// What became of a registration, for the browser it was made with; a button to take what is
/// offered to who waited, and one to give it up.
@Path("/o/{org}/r/{registration}")
public final class RegistrationPageResource {
    private final Desk desk;

    RegistrationPageResource(Desk desk) {
        this.desk = desk;
    }

    @GET
    public Response show(
            @PathParam("org") OrgId org,
            @PathParam("registration") RegistrationId id,
            @Context HttpHeaders headers) {
        if (!ManageCookie.fits(org, id, desk.tokens(), headers)) {
            return problem(403, ProblemSheet.NOT_YOURS);
        }
        return desk.useCases()
                .showRegistration()
                .show(org, id)
                .map(this::shown)
                .orElseGet(() -> problem(404, ProblemSheet.NO_REGISTRATION));
    }

    /// Gives the seats back; a second time changes nothing.
    @POST
    @Path("cancel")
    public Response cancel(
            @PathParam("org") OrgId org,
            @PathParam("registration") RegistrationId id,
            @Context HttpHeaders headers) {
        boolean allowed = ManageCookie.fits(org, id, desk.tokens(), headers);
        if (!allowed || !SamePlace.sent(headers)) {
            return problem(403, ProblemSheet.NOT_YOURS);
        }
        return switch (desk.useCases().cancelRegistration().cancel(new CancelRequest(org, id))) {
            case CancelDecision.Cancelled _, CancelDecision.AlreadyCancelled _ -> back(org, id);
            case CancelDecision.UnknownRegistration _ -> problem(404, ProblemSheet.NO_REGISTRATION);
            case Undecided _ -> retry("We do not know yet whether it is cancelled.");
        };
    }

    /// Takes the seats that are offered; a second time changes nothing.
    @POST
    @Path("accept")
    public Response accept(
            @PathParam("org") OrgId org,
            @PathParam("registration") RegistrationId id,
            @Context HttpHeaders headers) {
        boolean allowed = ManageCookie.fits(org, id, desk.tokens(), headers);
        if (!allowed || !SamePlace.sent(headers)) {
            return problem(403, ProblemSheet.NOT_YOURS);
        }
        return switch (desk.useCases().acceptOffer().accept(new AcceptRequest(org, id))) {
            case AcceptDecision.Accepted _, AcceptDecision.AlreadyConfirmed _ -> back(org, id);
            case AcceptDecision.NothingOffered _, AcceptDecision.Closed _ ->
                    problem(409, ProblemSheet.NOTHING_OFFERED);
            case AcceptDecision.UnknownRegistration _ -> problem(404, ProblemSheet.NO_REGISTRATION);
            case Undecided _ -> retry("We do not know yet whether the seats are yours.");
        };
    }

    private static Response back(OrgId org, RegistrationId id) {
        return Response.seeOther(URI.create(ManageCookie.path(org, id))).build();
    }

    private Response shown(Registration registration) {
        RegistrationSheet sheet =
                desk.useCases()
                        .showEvent()
                        .show(registration.org(), registration.event())
                        .map(page -> EventSheet.of(page, desk.clock().instant()))
                        .map(event -> RegistrationSheet.of(registration, event))
                        .orElseGet(() -> RegistrationSheet.withdrawn(registration));
        return desk.pages().show(200, "registration", sheet).build();
    }

    private Response retry(String message) {
        RetrySheet sheet = new RetrySheet(message, List.of());
        return desk.pages().show(503, "retry", sheet).header(HttpHeaders.RETRY_AFTER, 2).build();
    }

    private Response problem(int status, ProblemSheet problem) {
        return desk.pages().show(status, "problem", problem).build();
    }
}
