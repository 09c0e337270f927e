package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.application.registration.IdSource;
import io.turnout.application.setting.JudgeProposal;
import io.turnout.application.setting.ProposeChange;
import io.turnout.application.setting.SettingUseCases;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Ruling;
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

/// Settings: what they are, and proposals to change them. What is not sound is refused with its
/// reasons, a setting each, and kept nowhere.
@Path(SettingsResource.ROOM)
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsResource {
    static final String ROOM = "/v1/operator/settings";

    private final SettingUseCases useCases;
    private final IdSource ids;

    public SettingsResource(SettingUseCases useCases, IdSource ids) {
        this.useCases = useCases;
        this.ids = ids;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_PROPOSE, Role.MAY_JUDGE, Role.MAY_AUDIT})
    public Response settings() {
        return shown(Response.ok(), SettingsView.of(SettingAnswers.board(useCases.show())));
    }

    @GET
    @Path("proposals")
    @RolesAllowed({Role.MAY_READ, Role.MAY_PROPOSE, Role.MAY_JUDGE, Role.MAY_AUDIT})
    public Response proposals() {
        return shown(Response.ok(), ProposalsView.of(useCases.list().list()));
    }

    @POST
    @Path("proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_PROPOSE)
    public Response propose(@Context SecurityContext operator, ProposalForm form) {
        Proposal.Kind kind =
                Boolean.TRUE.equals(form.urgent()) ? Proposal.Kind.URGENT : Proposal.Kind.USUAL;
        return answer(
                useCases.propose()
                        .propose(
                                new ProposalId(ids.next()),
                                form.toEdits(),
                                kind,
                                Authors.of(operator, form.reason())));
    }

    /// Back to an earlier version of the variables.
    @POST
    @Path("restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_JUDGE})
    public Response restore(@Context SecurityContext operator, RolloutStepForm form) {
        Author author = Authors.of(operator, form.reason());
        return answer(useCases.restore().restore(new ProposalId(ids.next()), seen(form), author));
    }

    private Response answer(ProposeChange.Outcome outcome) {
        return switch (outcome) {
            case ProposeChange.Outcome.Kept(var proposal) ->
                    one(
                            Response.created(URI.create(ROOM + "/proposals/" + proposal.id())),
                            proposal.id());
            case ProposeChange.Outcome.Rejected(var flaws) ->
                    SettingAnswers.rejected(flaws).toResponse();
            case ProposeChange.Outcome.Away(var why) -> SettingAnswers.away(why).toResponse();
        };
    }

    @GET
    @Path("proposals/{proposal}")
    @RolesAllowed({Role.MAY_READ, Role.MAY_PROPOSE, Role.MAY_JUDGE, Role.MAY_AUDIT})
    public Response proposal(@PathParam("proposal") ProposalId id) {
        return one(Response.ok(), id);
    }

    @POST
    @Path("proposals/{proposal}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_JUDGE)
    public Response approve(
            @Context SecurityContext operator,
            @PathParam("proposal") ProposalId id,
            RolloutStepForm form) {
        return judged(operator, id, JudgeProposal.Verdict.APPROVE, seen(form), form);
    }

    @POST
    @Path("proposals/{proposal}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MAY_JUDGE)
    public Response decline(
            @Context SecurityContext operator,
            @PathParam("proposal") ProposalId id,
            RolloutStepForm form) {
        return judged(operator, id, JudgeProposal.Verdict.DECLINE, seen(form), form);
    }

    @POST
    @Path("proposals/{proposal}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_JUDGE})
    public Response confirm(
            @Context SecurityContext operator,
            @PathParam("proposal") ProposalId id,
            RolloutStepForm form) {
        return judged(operator, id, JudgeProposal.Verdict.CONFIRM, 0, form);
    }

    @POST
    @Path("proposals/{proposal}/revert")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_JUDGE, Role.MAY_ACT})
    public Response revert(
            @Context SecurityContext operator,
            @PathParam("proposal") ProposalId id,
            RolloutStepForm form) {
        return judged(operator, id, JudgeProposal.Verdict.REVERT, 0, form);
    }

    private static long seen(RolloutStepForm form) {
        Long version = form.version();
        if (version == null) {
            throw Problem.invalid("version", "is missing").toException();
        }
        return version;
    }

    private Response judged(
            SecurityContext operator,
            ProposalId id,
            JudgeProposal.Verdict verdict,
            long version,
            RolloutStepForm form) {
        Optional<Ruling> ruling =
                useCases.judge().judge(id, verdict, version, Authors.of(operator, form.reason()));
        return ruling.isPresent() && ruling.get() instanceof Ruling.Refused(var why)
                ? RolloutAnswers.refused(why).toResponse()
                : one(Response.ok(), id);
    }

    private Response one(Response.ResponseBuilder answer, ProposalId id) {
        return useCases.showOne()
                .show(id)
                .map(board -> shown(answer, ProposalView.of(board)))
                .orElseGet(() -> SettingAnswers.unknown().toResponse());
    }

    private static Response shown(Response.ResponseBuilder answer, Object view) {
        return answer.entity(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
