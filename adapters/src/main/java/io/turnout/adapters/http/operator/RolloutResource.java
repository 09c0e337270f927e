package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.application.registration.IdSource;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.application.rollout.Rollouts;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanTerms;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Plans of rollouts: what they are, whom they take, and what was done to them.
@Path(RolloutResource.ROOM)
@Produces(MediaType.APPLICATION_JSON)
public final class RolloutResource {
    static final String ROOM = "/v1/operator/rollouts";

    private static final int PAGE = 20;

    private final RolloutUseCases useCases;
    private final IdSource ids;

    public RolloutResource(RolloutUseCases useCases, IdSource ids) {
        this.useCases = useCases;
        this.ids = ids;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response list(
            @QueryParam("flag") @Nullable String flag,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("state") @Nullable String state,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageParameters.size(limit, PAGE, Rollouts.PAGE_MAX);
        Rollouts.Query query = RolloutFilter.of(flag, stage, state, owner).query(cursor, size);
        return shown(Response.ok(), RolloutsView.of(useCases.list().list(query), size));
    }

    static Flag flag(String key) {
        return Flag.of(key)
                .orElseThrow(() -> Problem.invalid("flag", "is the key of a flag").toException());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_RELEASE)
    public Response draft(@Context SecurityContext operator, RolloutForm form) {
        if (form.version() != null) {
            return Problem.invalid("version", "is none of a plan that is new").toResponse();
        }
        Plan plan =
                useCases.draft()
                        .draft(
                                new PlanId(ids.next()),
                                form.toTerms(),
                                Authors.of(operator, form.reason()));
        return board(Response.created(URI.create(ROOM + "/" + plan.id())), plan.id());
    }

    @GET
    @Path("{plan}")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response show(@PathParam("plan") PlanId plan) {
        return board(Response.ok(), plan);
    }

    /// Other terms; what was approved is approved no more.
    @PUT
    @Path("{plan}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_RELEASE)
    public Response edit(
            @Context SecurityContext operator, @PathParam("plan") PlanId plan, RolloutForm form) {
        if (form.version() == null) {
            return Problem.invalid("version", "is missing").toResponse();
        }
        return RolloutAnswers.of(
                useCases,
                plan,
                new Order.Edit(form.version(), form.toTerms()),
                Authors.of(operator, form.reason()));
    }

    @GET
    @Path("{plan}/preview")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response preview(
            @PathParam("plan") PlanId plan, @QueryParam("wave") @Nullable String wave) {
        int number = PageParameters.size(wave, 1, PlanTerms.WAVES_MAX) - 1;
        return useCases.preview()
                .preview(plan, Optional.empty())
                .filter(preview -> number < preview.waves().size())
                .map(preview -> preview.waves().get(number))
                .map(lines -> shown(Response.ok(), RolloutPreviewView.of(plan, number, lines)))
                .orElseGet(RolloutAnswers::unknown);
    }

    /// By the step of time, and how far the wave may fare worse than the others.
    @GET
    @Path("{plan}/waves/{number}/health")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response health(@PathParam("plan") PlanId plan, @PathParam("number") int number) {
        return useCases.plot()
                .plot(plan, number - 1)
                .map(plot -> shown(Response.ok(), WavePlotView.of(plan, plot)))
                .orElseGet(RolloutAnswers::unknown);
    }

    @GET
    @Path("{plan}/history")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE, Role.MAY_AUDIT})
    public Response history(@PathParam("plan") PlanId plan) {
        List<Rollouts.Entry> entries = useCases.history().show(plan, Rollouts.HISTORY_MAX);
        return entries.isEmpty()
                ? RolloutAnswers.unknown()
                : shown(Response.ok(), RolloutHistoryView.of(entries));
    }

    private Response board(Response.ResponseBuilder answer, PlanId plan) {
        return useCases.show()
                .show(plan)
                .map(board -> shown(answer, RolloutView.of(board)))
                .orElseGet(() -> Problem.response(ProblemType.NOT_FOUND, "there is no such plan"));
    }

    private static Response shown(Response.ResponseBuilder answer, Object view) {
        return answer.entity(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
