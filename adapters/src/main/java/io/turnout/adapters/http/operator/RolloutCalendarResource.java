package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.registration.IdSource;
import io.turnout.application.rollout.Freezes;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.FreezeId;
import io.turnout.domain.rollout.PlannedFreeze;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;

/// When orgs are switched, when none is, and which do not want to be.
@Path(RolloutResource.ROOM)
@Produces(MediaType.APPLICATION_JSON)
public final class RolloutCalendarResource {
    private final RolloutUseCases useCases;
    private final IdSource ids;

    public RolloutCalendarResource(RolloutUseCases useCases, IdSource ids) {
        this.useCases = useCases;
        this.ids = ids;
    }

    @GET
    @Path("calendar")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response calendar() {
        return Response.ok(RolloutCalendarView.of(useCases.calendar().show()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("freezes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response freeze(@Context SecurityContext operator, FreezeForm form) {
        PlannedFreeze freeze = form.toFreeze(new FreezeId(ids.next()));
        return useCases.freeze().plan(freeze, Authors.of(operator, form.reason()))
                ? Response.created(URI.create(RolloutResource.ROOM + "/freezes/" + freeze.id()))
                        .entity(FreezeView.of(freeze))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()
                : Problem.response(
                        ProblemType.VERSION_CONFLICT,
                        "there are " + Freezes.FREEZES_MAX + " freezes: lift some first");
    }

    @DELETE
    @Path("freezes/{freeze}")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response lift(@PathParam("freeze") FreezeId freeze) {
        return useCases.unfreeze().lift(freeze)
                ? Response.noContent().build()
                : Problem.response(ProblemType.NOT_FOUND, "there is no such freeze");
    }

    /// What the org's administrator told us. Out takes effect at once.
    @PUT
    @Path("choices/{feature}/{org}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response choose(
            @Context SecurityContext operator,
            @PathParam("feature") String flag,
            @PathParam("org") OrgId org,
            ChoiceForm form) {
        return useCases.choose()
                        .choose(
                                RolloutResource.flag(flag),
                                org,
                                form.toChoice(),
                                Authors.of(operator, form.reason()))
                ? Response.noContent().build()
                : Problem.response(ProblemType.NOT_FOUND, "the org is not at home here");
    }
}
