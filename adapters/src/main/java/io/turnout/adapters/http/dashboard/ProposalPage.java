package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.ProposalView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.operator.RolloutAnswers;
import io.turnout.adapters.http.operator.SettingAnswers;
import io.turnout.adapters.http.page.FormBody;
import io.turnout.application.setting.JudgeProposal.Verdict;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Ruling;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One proposal to change settings: what it changes, how far it is, and what can be said to it.
@Path(SettingsPage.PLACE + "/proposals/{proposal}")
public final class ProposalPage {
    private static final Set<Verdict> JUDGED = Set.of(Verdict.APPROVE, Verdict.DECLINE);
    private static final Set<Verdict> ENDED = Set.of(Verdict.CONFIRM, Verdict.REVERT);

    private final Desk desk;

    ProposalPage(Desk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_PROPOSE, Role.MAY_JUDGE, Role.MAY_AUDIT})
    public Response show(
            @PathParam("proposal") ProposalId id, @Context ContainerRequestContext request) {
        return desk.show(request, "proposal", view(id));
    }

    private ProposalView view(ProposalId id) {
        return desk.useCases()
                .settings()
                .showOne()
                .show(id)
                .map(ProposalView::of)
                .orElseThrow(() -> SettingAnswers.unknown().toException());
    }

    @GET
    @Path("judge/{verdict}")
    @RolesAllowed(Role.MAY_JUDGE)
    public Response mayJudge(
            @PathParam("proposal") ProposalId id,
            @PathParam("verdict") String word,
            @Context ContainerRequestContext request) {
        return ask(id, "judge", known(word, JUDGED), request);
    }

    @POST
    @Path("judge/{verdict}")
    @RolesAllowed(Role.MAY_JUDGE)
    public Response judge(
            @PathParam("proposal") ProposalId id,
            @PathParam("verdict") String word,
            byte[] body,
            @Context ContainerRequestContext request) {
        return said(id, known(word, JUDGED), Fields.form(body), request);
    }

    @GET
    @Path("end/{verdict}")
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_JUDGE})
    public Response mayEnd(
            @PathParam("proposal") ProposalId id,
            @PathParam("verdict") String word,
            @Context ContainerRequestContext request) {
        return ask(id, "end", known(word, ENDED), request);
    }

    @POST
    @Path("end/{verdict}")
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_JUDGE})
    public Response end(
            @PathParam("proposal") ProposalId id,
            @PathParam("verdict") String word,
            byte[] body,
            @Context ContainerRequestContext request) {
        return said(id, known(word, ENDED), Fields.form(body), request);
    }

    private static Verdict known(String word, Set<Verdict> among) {
        return Stream.of(Verdict.values())
                .filter(verdict -> among.contains(verdict) && verdict.word().equals(word))
                .findFirst()
                .orElseThrow(() -> SettingAnswers.unknown().toException());
    }

    private Response ask(
            ProposalId id, String way, Verdict verdict, ContainerRequestContext request) {
        ProposalView view = view(id);
        List<String> changes = new ArrayList<>();
        changes.add(means(verdict));
        for (ProposalView.SettingChange change : view.changes()) {
            boolean back = verdict == Verdict.REVERT;
            changes.add(
                    change.name()
                            + ": "
                            + told(back ? change.after() : change.before())
                            + " becomes "
                            + told(back ? change.before() : change.after()));
        }
        String place = SettingsPage.PROPOSALS + id;
        return desk.confirm(
                request,
                new Confirmation(
                                title(verdict),
                                changes,
                                place + "/" + way + "/" + verdict.word(),
                                Map.of("version", Long.toString(view.version())),
                                title(verdict),
                                verdict == Verdict.REVERT,
                                place)
                        .withReason());
    }

    private static String told(@Nullable String value) {
        return Objects.requireNonNullElse(value, "the usual");
    }

    private static String title(Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> "Approve it";
            case DECLINE -> "Decline it";
            case CONFIRM -> "Confirm it";
            case REVERT -> "Take it back";
        };
    }

    private static String means(Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> "A trial begins that no visitor meets; what it does not stand ends it.";
            case DECLINE -> "Nothing of it happens.";
            case CONFIRM -> "It stays. It is what can be restored from now on without approval.";
            case REVERT -> "What it changed becomes as it was, as far as it still stands.";
        };
    }

    private Response said(
            ProposalId id, Verdict verdict, FormBody form, ContainerRequestContext request) {
        long version =
                Fields.value("version", form.one("version"), Long::valueOf, "is that of the page");
        Ruling ruling =
                desk.useCases()
                        .settings()
                        .judge()
                        .judge(id, verdict, version, Fields.author(request, form))
                        .orElseThrow(() -> SettingAnswers.unknown().toException());
        if (ruling instanceof Ruling.Refused(var why)) {
            throw RolloutAnswers.refused(why).toException();
        }
        return Desk.done(SettingsPage.PROPOSALS + id, "judged", 0);
    }
}
