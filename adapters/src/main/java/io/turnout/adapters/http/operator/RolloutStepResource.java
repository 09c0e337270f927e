package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.PlanId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Function;

/// What is done to plans. To go on takes the version that was seen; to stop or to go back takes
/// none, and whoever is on call may.
@Path(RolloutResource.ROOM)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RolloutStepResource {
    private final RolloutUseCases useCases;

    public RolloutStepResource(RolloutUseCases useCases) {
        this.useCases = useCases;
    }

    @POST
    @Path("{plan}/submit")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response submit(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            RolloutStepForm form) {
        return seen(operator, plan, form, Order.Submit::new);
    }

    @POST
    @Path("{plan}/approve")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response approve(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            RolloutStepForm form) {
        return seen(operator, plan, form, Order.Approve::new);
    }

    @POST
    @Path("{plan}/decline")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response decline(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            RolloutStepForm form) {
        return seen(operator, plan, form, Order.Decline::new);
    }

    @POST
    @Path("{plan}/resume")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response resume(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            RolloutStepForm form) {
        return seen(operator, plan, form, Order.Resume::new);
    }

    @POST
    @Path("{plan}/advance")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response advance(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            RolloutStepForm form) {
        return seen(operator, plan, form, Order.Advance::new);
    }

    @POST
    @Path("{plan}/skip")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response skip(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            RolloutStepForm form) {
        return seen(operator, plan, form, Order.Skip::new);
    }

    @POST
    @Path("{plan}/complete")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response complete(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            RolloutStepForm form) {
        return seen(operator, plan, form, Order.Complete::new);
    }

    @POST
    @Path("{plan}/pause")
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response pause(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            RolloutStepForm form) {
        return done(operator, plan, form, new Order.Pause());
    }

    @POST
    @Path("{plan}/roll-back")
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response rollBack(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            RolloutStepForm form) {
        return done(operator, plan, form, new Order.RollBackAll());
    }

    @POST
    @Path("{plan}/waves/{number}/roll-back")
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response rollBackWave(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            @PathParam("number") int wave,
            RolloutStepForm form) {
        return done(operator, plan, form, new Order.RollBackWave(wave - 1));
    }

    @POST
    @Path("{plan}/abort")
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response abort(
            @Context SecurityContext operator,
            @PathParam("plan") PlanId plan,
            RolloutStepForm form) {
        return done(operator, plan, form, new Order.Abort());
    }

    private Response seen(
            SecurityContext operator,
            PlanId plan,
            RolloutStepForm form,
            Function<Long, Order> order) {
        Long version = form.version();
        return version == null
                ? Problem.invalid("version", "is missing").toResponse()
                : done(operator, plan, form, order.apply(version));
    }

    private Response done(
            SecurityContext operator, PlanId plan, RolloutStepForm form, Order order) {
        return RolloutAnswers.of(useCases, plan, order, Authors.of(operator, form.reason()));
    }
}
