package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.OrgProfile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/// What orgs are like, as far as plans of rollouts go by it.
@Path("/v1/operator/org-profiles")
@Produces(MediaType.APPLICATION_JSON)
public final class OrgProfileResource {
    private final RolloutUseCases useCases;

    public OrgProfileResource(RolloutUseCases useCases) {
        this.useCases = useCases;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response list() {
        return shown(
                new OrgProfilesView(
                        useCases.profiles().list().stream().map(OrgProfileView::of).toList()));
    }

    @PUT
    @Path("{org}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response keep(
            @Context SecurityContext operator, @PathParam("org") OrgId org, OrgProfileForm form) {
        OrgProfile profile = form.toProfile(org);
        return useCases.keepProfile().keep(profile, Authors.of(operator, form.reason()))
                ? shown(OrgProfileView.of(profile))
                : Problem.response(ProblemType.NOT_FOUND, "the org is not at home here");
    }

    private static Response shown(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
