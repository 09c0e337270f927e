package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.registration.IdSource;
import io.turnout.application.relocation.BeginRelocation.Outcome;
import io.turnout.application.relocation.CompleteRelocation;
import io.turnout.application.relocation.RelocationUseCases;
import io.turnout.application.relocation.RollBackRelocation;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;

/// Orgs that move to another stack while they sell, and back.
@Path(RelocationsResource.ROOM)
@Produces(MediaType.APPLICATION_JSON)
public final class RelocationsResource {
    static final String ROOM = "/v1/operator/relocations";

    private static final String UNKNOWN = "no such move";

    private final RelocationUseCases useCases;
    private final IdSource ids;

    public RelocationsResource(RelocationUseCases useCases, IdSource ids) {
        this.useCases = useCases;
        this.ids = ids;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE, Role.MAY_AUDIT})
    public Response list() {
        return shown(Response.ok(RelocationsView.of(useCases.list().list())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_RELEASE)
    public Response begin(@Context SecurityContext operator, RelocationForm form) {
        Outcome outcome =
                useCases.begin()
                        .begin(
                                new RelocationId(ids.next()),
                                new OrgId(form.org()),
                                new StackName(form.to()),
                                Authors.hand(operator));
        return switch (outcome) {
            case Outcome.Asked(var one) -> asked(one);
            case Outcome.Unfinished(var other) ->
                    conflict("another move of it is not finished: " + other.id());
            case Outcome.NoSuchStack() ->
                    Problem.invalid("to", "is no stack whose database this one knows").toResponse();
            case Outcome.NoSuchOrg() -> Problem.response(ProblemType.NOT_FOUND, "no such org here");
            case Outcome.AlreadyThere() -> conflict("it is at home there already");
            case Outcome.OutOfReach(var home) ->
                    conflict("it is at home at " + home.stack() + ": ask there");
        };
    }

    @GET
    @Path("{relocation}")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE, Role.MAY_AUDIT})
    public Response show(@PathParam("relocation") RelocationId id) {
        return useCases.show()
                .show(id)
                .map(one -> shown(Response.ok(RelocationView.of(one))))
                .orElseGet(() -> Problem.response(ProblemType.NOT_FOUND, UNKNOWN));
    }

    /// The same move the other way; one that is not finished is stopped instead.
    @POST
    @Path("{relocation}/roll-back")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response rollBack(
            @Context SecurityContext operator, @PathParam("relocation") RelocationId id) {
        return useCases.rollBack()
                .rollBack(id, new RelocationId(ids.next()), Authors.hand(operator))
                .map(this::rolledBack)
                .orElseGet(() -> Problem.response(ProblemType.NOT_FOUND, UNKNOWN));
    }

    private Response rolledBack(RollBackRelocation.Outcome outcome) {
        return switch (outcome) {
            case RollBackRelocation.Outcome.Asked(var one) -> asked(one);
            case RollBackRelocation.Outcome.Stopping(var one) ->
                    shown(Response.accepted(RelocationView.of(one)));
            case RollBackRelocation.Outcome.Nothing() ->
                    conflict("it stayed where it was, or another move of it is not finished");
        };
    }

    @POST
    @Path("{relocation}/complete")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response complete(
            @Context SecurityContext operator, @PathParam("relocation") RelocationId id) {
        return useCases.complete()
                .complete(id, Authors.hand(operator))
                .map(outcome -> completed(outcome, id))
                .orElseGet(() -> Problem.response(ProblemType.NOT_FOUND, UNKNOWN));
    }

    private Response completed(CompleteRelocation.Outcome outcome, RelocationId id) {
        return switch (outcome) {
            case COMPLETED -> show(id);
            case NOTHING -> conflict("it did not move the org, or was completed before");
            case GATE_BUSY -> Problem.response(ProblemType.OVERLOADED, "somebody always writes");
        };
    }

    private static Response asked(Relocation one) {
        return shown(
                Response.created(URI.create(ROOM + "/" + one.id())).entity(RelocationView.of(one)));
    }

    private static Response conflict(String detail) {
        return Problem.response(ProblemType.VERSION_CONFLICT, detail);
    }

    private static Response shown(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
