package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.OutboundUseCases;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Whether somebody has arrived in Salesforce, what calls cost, and comparisons on demand.
@Path("/v1/operator")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveryResource {
    private final OutboundUseCases useCases;

    public DeliveryResource(OutboundUseCases useCases) {
        this.useCases = useCases;
    }

    @GET
    @Path("trail")
    @RolesAllowed(Role.MAY_READ)
    public Response trail(
            @QueryParam("org") @Nullable String org,
            @QueryParam("attendee") @Nullable String attendee) {
        return useCases.showTrail()
                .show(OrgParameter.read("org", org), attendee(attendee))
                .map(trail -> shown(TrailView.of(trail)))
                .orElseThrow(
                        () -> Problem.of(ProblemType.NOT_FOUND, "nobody of this id").toException());
    }

    private static AttendeeId attendee(@Nullable String id) {
        try {
            if (id != null) {
                return AttendeeId.valueOf(id);
            }
        } catch (IllegalArgumentException refused) {
            // Falls through to the one answer for every id that is none.
        }
        throw Problem.invalid("attendee", "is the id of an attendee").toException();
    }

    @GET
    @Path("budget")
    @RolesAllowed(Role.MAY_READ)
    public Response budget(@QueryParam("org") @Nullable String org) {
        return shown(BudgetView.of(useCases.showBudget().show(OrgParameter.read("org", org))));
    }

    @POST
    @Path("reconciliations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_ACT)
    public Response reconcile(ReconciliationForm form) {
        if (!useCases.askReconciliation().ask(new OrgId(form.org()), new EventId(form.event()))) {
            return Problem.response(ProblemType.NOT_FOUND, "no such event");
        }
        return Response.accepted().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Response shown(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
