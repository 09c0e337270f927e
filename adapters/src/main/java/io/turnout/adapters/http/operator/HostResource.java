package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.operator.HostForm.HostLimit;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.application.hosting.HostUseCases;
import io.turnout.application.hosting.KeepHost;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.limiting.Rate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which hosts are whose, and the switch of each.
@Path("/v1/operator/hosts")
@Produces(MediaType.APPLICATION_JSON)
public final class HostResource {
    private static final int PAGE = 50;
    private static final int PAGE_MAX = 100;

    private final HostUseCases useCases;

    public HostResource(HostUseCases useCases) {
        this.useCases = useCases;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_ACT, Role.MAY_SECURE})
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageParameters.size(limit, PAGE, PAGE_MAX);
        Optional<HostName> after = PageParameters.after(cursor, HostName::new);
        return shown(HostsView.of(useCases.list().list(after, size), size));
    }

    /// Gives a host to an org, or another limit.
    @PUT
    @Path("{host}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_SECURE)
    public Response keep(
            @Context SecurityContext operator, @PathParam("host") HostName host, HostForm form) {
        KeepHost.Answer answer =
                useCases.keep()
                        .keep(
                                host,
                                OrgParameter.read("org", form.org()),
                                rate(form),
                                Authors.hand(operator));
        return switch (answer.keeping()) {
            case FIRST -> kept(answer, Response.created(URI.create("/v1/operator/hosts/" + host)));
            case REPLACED -> kept(answer, Response.ok());
            case TAKEN ->
                    Problem.response(
                            ProblemType.VERSION_CONFLICT,
                            "another organisation has this host: remove it first");
            case ELSEWHERE -> elsewhere();
        };
    }

    private static Optional<Rate> rate(HostForm form) {
        return Optional.ofNullable(form.limit()).map(HostLimit::toRate);
    }

    private static Response kept(KeepHost.Answer answer, Response.ResponseBuilder builder) {
        return builder.entity(HostView.of(answer.host()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("{host}")
    @RolesAllowed(Role.MAY_SECURE)
    public Response remove(@Context SecurityContext operator, @PathParam("host") HostName host) {
        return switch (useCases.remove().remove(host, Authors.hand(operator))) {
            case REMOVED -> Response.noContent().build();
            case UNKNOWN -> unknown();
            case ELSEWHERE -> elsewhere();
        };
    }

    /// Switches a host off, on every instance within two seconds.
    @POST
    @Path("{host}/close")
    @RolesAllowed({Role.MAY_ACT, Role.MAY_SECURE})
    public Response close(@Context SecurityContext operator, @PathParam("host") HostName host) {
        return turned(host, HostState.CLOSED, operator);
    }

    @POST
    @Path("{host}/open")
    @RolesAllowed({Role.MAY_ACT, Role.MAY_SECURE})
    public Response open(@Context SecurityContext operator, @PathParam("host") HostName host) {
        return turned(host, HostState.OPEN, operator);
    }

    private Response turned(HostName host, HostState state, SecurityContext operator) {
        return useCases.turn()
                .turn(host, state, Authors.hand(operator))
                .map(now -> shown(HostView.of(now)))
                .orElseGet(HostResource::unknown);
    }

    private static Response unknown() {
        return Problem.response(ProblemType.NOT_FOUND, "no such host");
    }

    private static Response elsewhere() {
        return Problem.response(ProblemType.RELOCATING, "the org is not written here now");
    }

    private static Response shown(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
