package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.adapters.http.wire.View;
import io.turnout.application.erasure.AskErasureByOperator;
import io.turnout.application.erasure.ErasureUseCases;
import io.turnout.application.erasure.Erasures.Mark;
import io.turnout.application.erasure.ShowErasure.Shown;
import io.turnout.application.registration.IdSource;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.org.OrgId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where those who answer for privacy have somebody forgotten, wherever they are known.
@Path("/v1/operator/erasures")
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorErasureResource {
    private static final int PAGE = 50;
    private static final int PAGE_MAX = 100;

    private final ErasureUseCases useCases;
    private final IdSource ids;

    public OperatorErasureResource(ErasureUseCases useCases, IdSource ids) {
        this.useCases = useCases;
        this.ids = ids;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_SECURE)
    public Response ask(OperatorErasureForm form) {
        ErasureId id = new ErasureId(ids.next());
        Optional<OrgId> org =
                Optional.ofNullable(form.org()).map(given -> OrgParameter.read("org", given));
        AskErasureByOperator.Asked asked = useCases.askByOperator().ask(id, form.normal(), org);
        if (org.isPresent() && asked.orgs() == 0) {
            return Problem.response(ProblemType.RELOCATING, "nothing was kept for this org");
        }
        return shown(
                Response.accepted().location(URI.create("/v1/operator/erasures/" + id)),
                ErasuresView.of(id, useCases.show().show(id), asked.missing()));
    }

    /// The latest first.
    @GET
    @RolesAllowed(Role.MAY_SECURE)
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageParameters.size(limit, PAGE, PAGE_MAX);
        Optional<Mark> before = PageParameters.after(cursor, LatestErasuresView::mark);
        return shown(
                Response.ok(), LatestErasuresView.of(useCases.show().latest(before, size), size));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.MAY_SECURE)
    public Response show(@PathParam("id") ErasureId id) {
        List<Shown> shown = useCases.show().show(id);
        return shown.isEmpty()
                ? Problem.response(ProblemType.NOT_FOUND, "no such erasure")
                : shown(Response.ok(), ErasuresView.of(id, shown, List.of()));
    }

    private static Response shown(Response.ResponseBuilder answer, View view) {
        return answer.entity(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
