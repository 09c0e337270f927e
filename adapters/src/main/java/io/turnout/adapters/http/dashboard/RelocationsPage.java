package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.RelocationAnswers;
import io.turnout.adapters.http.operator.RelocationView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.application.relocation.BeginRelocation;
import io.turnout.application.relocation.RelocationUseCases;
import io.turnout.application.relocation.RollBackRelocation;
import io.turnout.application.relocation.ShowHome;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Orgs that move between stacks: all of them, those of one org, and one move with what can be done
/// about it.
@Path(RelocationsPage.PLACE)
public final class RelocationsPage {
    static final String PLACE = "/operator/relocations";

    private final Desk desk;

    RelocationsPage(Desk desk) {
        this.desk = desk;
    }

    /// Moves, newest first.
    ///
    /// @param stacks between which orgs move, this one first
    /// @param org whose moves alone are shown, or nobody's in particular
    /// @param standing where that one is; empty where it was never heard of
    public record Sheet(
            List<RelocationView> moves,
            List<String> stacks,
            Optional<String> org,
            Optional<Standing> standing) {}

    /// Where an org is at home, since which move, and where else it could be.
    public record Standing(String home, long epoch, List<String> others, boolean moving) {
        static Standing of(ShowHome.Standing one) {
            return new Standing(
                    one.home().stack().value(),
                    one.home().epoch(),
                    one.others().stream().map(StackName::value).toList(),
                    one.last().filter(last -> !last.isFinished()).isPresent());
        }
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE, Role.MAY_AUDIT})
    public Response list(
            @QueryParam("org") @Nullable String asked, @Context ContainerRequestContext request) {
        Optional<OrgId> org =
                Optional.ofNullable(asked)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(Fields::org);
        return desk.show(
                request,
                "relocations",
                new Sheet(
                        moves(org).stream().map(RelocationView::of).toList(),
                        moves().stacks().list().stream().map(StackName::value).toList(),
                        org.map(OrgId::value),
                        org.flatMap(one -> moves().home().show(one)).map(Standing::of)));
    }

    /// Of one org also a last move that is too old for the list of all.
    private List<Relocation> moves(Optional<OrgId> org) {
        List<Relocation> all = moves().list().list();
        if (org.isEmpty()) {
            return all;
        }
        List<Relocation> ofOrg = all.stream().filter(one -> one.org().equals(org.get())).toList();
        return ofOrg.isEmpty()
                ? moves().home().show(org.get()).flatMap(ShowHome.Standing::last).stream().toList()
                : ofOrg;
    }

    private RelocationUseCases moves() {
        return desk.useCases().relocations();
    }

    @GET
    @Path("{relocation}")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE, Role.MAY_AUDIT})
    public Response show(
            @PathParam("relocation") RelocationId id, @Context ContainerRequestContext request) {
        return desk.show(request, "relocation", RelocationView.of(known(id)));
    }

    private Relocation known(RelocationId id) {
        return moves().show().show(id).orElseThrow(() -> RelocationAnswers.unknown().toException());
    }

    @GET
    @Path("begin")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response mayBegin(
            @QueryParam("org") @Nullable String asked,
            @QueryParam("to") @Nullable String to,
            @Context ContainerRequestContext request) {
        OrgId org = Fields.org(asked);
        StackName stack = stack(to);
        ShowHome.Standing standing =
                moves().home()
                        .show(org)
                        .orElseThrow(() -> RelocationAnswers.unknownOrg().toException());
        return desk.confirm(
                request,
                new Confirmation(
                        "Move it to " + stack,
                        List.of(
                                "Organisation %s moves from %s to %s while it goes on selling."
                                        .formatted(org, standing.home().stack(), stack),
                                "It is copied and compared first. Then whoever writes waits for a"
                                        + " moment, usually well under a tenth of a second.",
                                "It begins within a second or two, after those that were asked for"
                                        + " before.",
                                "It can be rolled back, with all that is written until then."),
                        PLACE + "/begin?org=" + org + "&to=" + stack,
                        Map.of(),
                        "Move it",
                        false,
                        of(org)));
    }

    private static StackName stack(@Nullable String text) {
        return Fields.value("to", text, StackName::new, "is the name of a stack");
    }

    @POST
    @Path("begin")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response begin(
            @QueryParam("org") @Nullable String asked,
            @QueryParam("to") @Nullable String to,
            @Context ContainerRequestContext request) {
        RelocationId id = new RelocationId(desk.ids().next());
        BeginRelocation.Outcome outcome =
                moves().begin().begin(id, Fields.org(asked), stack(to), Fields.hand(request));
        return done(RelocationAnswers.trouble(outcome), id, "moving");
    }

    private static Response done(Optional<Problem> trouble, RelocationId id, String what) {
        if (trouble.isPresent()) {
            throw trouble.get().toException();
        }
        return Desk.done(at(id), what, 1);
    }

    @GET
    @Path("{relocation}/roll-back")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response mayRollBack(
            @PathParam("relocation") RelocationId id, @Context ContainerRequestContext request) {
        Relocation one = known(id);
        return desk.confirm(
                request,
                new Confirmation(
                        one.isFinished() ? "Roll it back" : "Stop it",
                        MoveWords.rollingBack(one),
                        at(id) + "/roll-back",
                        Map.of(),
                        one.isFinished() ? "Roll it back now" : "Stop it now",
                        false,
                        at(id)));
    }

    @POST
    @Path("{relocation}/roll-back")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response rollBack(
            @PathParam("relocation") RelocationId id, @Context ContainerRequestContext request) {
        RelocationId back = new RelocationId(desk.ids().next());
        RollBackRelocation.Outcome outcome =
                moves().rollBack()
                        .rollBack(id, back, Fields.hand(request))
                        .orElseThrow(() -> RelocationAnswers.unknown().toException());
        return outcome instanceof RollBackRelocation.Outcome.Stopping
                ? Desk.done(at(id), "stopping", 1)
                : done(RelocationAnswers.trouble(outcome), back, "moving");
    }

    @GET
    @Path("{relocation}/complete")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response mayComplete(
            @PathParam("relocation") RelocationId id, @Context ContainerRequestContext request) {
        return desk.confirm(
                request,
                new Confirmation(
                        "Complete it",
                        MoveWords.completing(known(id)),
                        at(id) + "/complete",
                        Map.of(),
                        "Complete it now",
                        false,
                        at(id)));
    }

    @POST
    @Path("{relocation}/complete")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response complete(
            @PathParam("relocation") RelocationId id, @Context ContainerRequestContext request) {
        return moves().complete()
                .complete(id, Fields.hand(request))
                .map(outcome -> done(RelocationAnswers.trouble(outcome), id, "completed"))
                .orElseThrow(() -> RelocationAnswers.unknown().toException());
    }

    private static String at(RelocationId id) {
        return PLACE + "/" + id;
    }

    static String of(OrgId org) {
        return PLACE + "?org=" + org;
    }
}
