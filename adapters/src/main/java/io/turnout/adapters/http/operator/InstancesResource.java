package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.application.scaling.ScalingUseCases;
import io.turnout.domain.cloud.Answer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/// Instances: who runs, between how many, and why that is so; other bounds, and more for a while.
@Path(InstancesResource.ROOM)
@Produces(MediaType.APPLICATION_JSON)
public final class InstancesResource {
    static final String ROOM = "/v1/operator/instances";

    private final ScalingUseCases useCases;

    public InstancesResource(ScalingUseCases useCases) {
        this.useCases = useCases;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_PROPOSE, Role.MAY_JUDGE, Role.MAY_AUDIT})
    public Response instances() {
        return Response.ok(InstancesView.of(useCases.show().show()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PUT
    @Path("bounds")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_PROPOSE)
    public Response bound(@Context SecurityContext operator, BoundsForm form) {
        return after(useCases.bound().bound(form.toBounds(), Authors.of(operator, form.reason())));
    }

    @POST
    @Path("floors")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_ACT})
    public Response raise(@Context SecurityContext operator, FloorForm form) {
        return after(useCases.raise().raise(form.toFloor(), Authors.of(operator, form.reason())));
    }

    @POST
    @Path("floors/removals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_ACT})
    public Response drop(@Context SecurityContext operator, FloorForm form) {
        return after(useCases.drop().drop(form.toFloor(), Authors.of(operator, form.reason())));
    }

    private Response after(Answer<?> answer) {
        return InstanceAnswers.trouble(answer).map(Problem::toResponse).orElseGet(this::instances);
    }
}
