package io.turnout.adapters.http.page;

import io.turnout.domain.org.OrgId;
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

/// What became of a registration, for the browser it was made with; and a button to give it up.
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
            case Undecided _ -> retry();
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

    private Response retry() {
        RetrySheet sheet = new RetrySheet("We do not know yet whether it is cancelled.", List.of());
        return desk.pages().show(503, "retry", sheet).header(HttpHeaders.RETRY_AFTER, 2).build();
    }

    private Response problem(int status, ProblemSheet problem) {
        return desk.pages().show(status, "problem", problem).build();
    }
}
