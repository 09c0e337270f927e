package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.problem.Violation;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.application.connection.ConnectionUseCases;
import io.turnout.application.connection.KeepConnection;
import io.turnout.domain.connection.Flaw;
import io.turnout.domain.org.OrgId;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// How orgs are reached, for those who run the house. No answer shows a secret.
@Path("/v1/operator/orgs")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectionResource {
    private static final int PAGE = 50;
    private static final int PAGE_MAX = 100;

    /// A test waits for Salesforce; more at once would only wait for each other.
    private static final int TESTS_MAX = 4;

    private final ConnectionUseCases useCases;
    private final Semaphore tests = new Semaphore(TESTS_MAX);

    public ConnectionResource(ConnectionUseCases useCases) {
        this.useCases = useCases;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_SECURE})
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageParameters.size(limit, PAGE, PAGE_MAX);
        Optional<OrgId> after = PageParameters.after(cursor, OrgId::new);
        return shown(OrgsView.of(useCases.list().list(after, size), size));
    }

    @GET
    @Path("{org}/connection")
    @RolesAllowed({Role.MAY_ACT, Role.MAY_SECURE})
    public Response show(@PathParam("org") OrgId org) {
        return useCases.show()
                .show(org)
                .map(view -> shown(ConnectionView.of(view)))
                .orElseGet(ConnectionResource::unknown);
    }

    @PUT
    @Path("{org}/connection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_SECURE)
    public Response keep(
            @Context SecurityContext operator, @PathParam("org") OrgId org, ConnectionForm form) {
        KeepConnection.Answer answer =
                form.toDraft(org)
                        .map(draft -> useCases.keep().keep(draft, Authors.hand(operator)))
                        .orElseThrow(
                                () -> Problem.invalid("loginUrl", "is no address").toException());
        return switch (answer) {
            case KeepConnection.Answer.Flawed(var flaws) -> flawed(flaws);
            case KeepConnection.Answer.Done(var keeping) ->
                    switch (keeping) {
                        case FIRST -> kept(org, Response.created(uri(org)));
                        case REPLACED -> kept(org, Response.ok());
                        case OF_THE_SETTINGS -> settled();
                        case ELSEWHERE -> elsewhere();
                    };
        };
    }

    private Response kept(OrgId org, Response.ResponseBuilder answer) {
        return useCases.show()
                .show(org)
                .map(view -> answer.entity(ConnectionView.of(view)))
                .orElse(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static URI uri(OrgId org) {
        return URI.create("/v1/operator/orgs/" + org + "/connection");
    }

    private static Response flawed(List<Flaw> flaws) {
        return Problem.invalid(
                        flaws.stream()
                                .map(flaw -> new Violation(flaw.field(), flaw.message()))
                                .toList())
                .toResponse();
    }

    @DELETE
    @Path("{org}/connection")
    @RolesAllowed(Role.MAY_SECURE)
    public Response remove(@Context SecurityContext operator, @PathParam("org") OrgId org) {
        return switch (useCases.remove().remove(org, Authors.hand(operator))) {
            case REMOVED -> Response.noContent().build();
            case UNKNOWN -> unknown();
            case OF_THE_SETTINGS -> settled();
            case ELSEWHERE -> elsewhere();
        };
    }

    /// Whatever the test finds is the answer, and no failure of this request.
    @POST
    @Path("{org}/connection/test")
    @RolesAllowed({Role.MAY_ACT, Role.MAY_SECURE})
    public Response test(@PathParam("org") OrgId org) {
        if (!tests.tryAcquire()) {
            return Problem.response(ProblemType.OVERLOADED, "other tests are running");
        }
        try {
            return shown(ConnectionReportView.of(org, useCases.test().test(org)));
        } finally {
            tests.release();
        }
    }

    private static Response unknown() {
        return Problem.response(ProblemType.NOT_FOUND, "the org is not connected");
    }

    private static Response settled() {
        return Problem.response(
                ProblemType.CONFIG_REJECTED, "this org stands in the settings: change it there");
    }

    private static Response elsewhere() {
        return Problem.response(ProblemType.RELOCATING, "the org is not written here now");
    }

    private static Response shown(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
