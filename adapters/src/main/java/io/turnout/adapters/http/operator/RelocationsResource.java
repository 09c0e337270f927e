package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
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
import java.util.Optional;

/// Orgs that move to another stack while they sell, and back.
@Path(RelocationsResource.ROOM)
@Produces(MediaType.APPLICATION_JSON)
public final class RelocationsResource {
    static final String ROOM = "/v1/operator/relocations";

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
        return outcome instanceof Outcome.Asked(var one)
                ? asked(one)
                : refused(RelocationAnswers.trouble(outcome));
    }

    @GET
    @Path("{relocation}")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE, Role.MAY_AUDIT})
    public Response show(@PathParam("relocation") RelocationId id) {
        return useCases.show()
                .show(id)
                .map(one -> shown(Response.ok(RelocationView.of(one))))
                .orElseGet(() -> RelocationAnswers.unknown().toResponse());
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
                .orElseGet(() -> RelocationAnswers.unknown().toResponse());
    }

    private Response rolledBack(RollBackRelocation.Outcome outcome) {
        return switch (outcome) {
            case RollBackRelocation.Outcome.Asked(var one) -> asked(one);
            case RollBackRelocation.Outcome.Stopping(var one) ->
                    shown(Response.accepted(RelocationView.of(one)));
            case RollBackRelocation.Outcome.Nothing() ->
                    refused(RelocationAnswers.trouble(outcome));
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
                .orElseGet(() -> RelocationAnswers.unknown().toResponse());
    }

    private Response completed(CompleteRelocation.Outcome outcome, RelocationId id) {
        return outcome == CompleteRelocation.Outcome.COMPLETED
                ? show(id)
                : refused(RelocationAnswers.trouble(outcome));
    }

    private static Response asked(Relocation one) {
        return shown(
                Response.created(URI.create(ROOM + "/" + one.id())).entity(RelocationView.of(one)));
    }

    private static Response refused(Optional<Problem> why) {
        return why.orElseThrow().toResponse();
    }

    private static Response shown(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
