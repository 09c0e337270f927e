package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.operator.RolloutAnswers;
import io.turnout.adapters.http.operator.RolloutHistoryView;
import io.turnout.adapters.http.operator.RolloutPreviewView;
import io.turnout.adapters.http.operator.RolloutView;
import io.turnout.adapters.http.operator.RolloutsView;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.application.rollout.Rollouts;
import io.turnout.application.rollout.ShowRollout;
import io.turnout.domain.rollout.PlanId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Plans of rollouts: how far each is, and of one its waves, their orgs, how they fare and what was
/// done.
@Path(RolloutsPage.PLACE)
public final class RolloutsPage {
    static final String PLACE = "/operator/rollouts";
    private static final int HISTORY = 30;

    private final Desk desk;

    RolloutsPage(Desk desk) {
        this.desk = desk;
    }

    /// One plan.
    public record Sheet(RolloutView plan, RolloutHistoryView history) {}

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response list(@Context ContainerRequestContext request) {
        Rollouts.Query latest =
                new Rollouts.Query(
                        Optional.empty(), Optional.empty(), Optional.empty(), Rollouts.PAGE_MAX);
        RolloutsView plans = RolloutsView.of(rollouts().list().list(latest), Rollouts.PAGE_MAX);
        return desk.show(request, "rollouts", plans);
    }

    /// Whom a wave takes, and why not the others.
    @GET
    @Path("{plan}/waves/{number}")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response preview(
            @PathParam("plan") PlanId plan,
            @PathParam("number") int number,
            @Context ContainerRequestContext request) {
        return rollouts()
                .preview()
                .preview(plan, number - 1)
                .map(lines -> RolloutPreviewView.of(plan, number - 1, lines))
                .map(view -> desk.show(request, "preview", view))
                .orElseThrow(() -> RolloutAnswers.unknownPlan().toException());
    }

    @GET
    @Path("{plan}")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response show(@PathParam("plan") PlanId plan, @Context ContainerRequestContext request) {
        Sheet sheet =
                new Sheet(
                        RolloutView.of(board(rollouts(), plan)),
                        RolloutHistoryView.of(rollouts().history().show(plan, HISTORY)));
        return desk.show(request, "rollout", sheet);
    }

    static ShowRollout.Board board(RolloutUseCases rollouts, PlanId plan) {
        return rollouts.show()
                .show(plan)
                .orElseThrow(() -> RolloutAnswers.unknownPlan().toException());
    }

    private RolloutUseCases rollouts() {
        return desk.useCases().rollouts();
    }
}
