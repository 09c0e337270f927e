package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.ProposalsView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.operator.SettingAnswers;
import io.turnout.adapters.http.operator.SettingsView;
import io.turnout.adapters.http.page.FormBody;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.application.setting.ProposeChange;
import io.turnout.application.setting.SettingUseCases;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Flaw;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Settings: what each is and who answers for it, a form to propose others, and earlier versions.
@Path(SettingsPage.PLACE)
public final class SettingsPage {
    static final String PLACE = "/operator/settings";
    static final String PROPOSALS = PLACE + "/proposals/";

    private final Desk desk;

    SettingsPage(Desk desk) {
        this.desk = desk;
    }

    /// All settings, and what is proposed.
    public record Sheet(SettingsView board, ProposalsView proposals) {}

    /// The form: what was typed, and what is wrong with it, by name.
    public record Draft(
            SettingsView board,
            Map<String, String> typed,
            Map<String, String> flaws,
            String reason) {
        public Draft {
            typed = Map.copyOf(typed);
            flaws = Map.copyOf(flaws);
        }
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_PROPOSE, Role.MAY_JUDGE, Role.MAY_AUDIT})
    public Response list(@Context ContainerRequestContext request) {
        return desk.show(
                request,
                "settings",
                new Sheet(board(), ProposalsView.of(settings().list().list())));
    }

    @GET
    @Path("change")
    @RolesAllowed(Role.MAY_PROPOSE)
    public Response form(@Context ContainerRequestContext request) {
        return desk.show(request, "settings-change", new Draft(board(), Map.of(), Map.of(), ""));
    }

    @POST
    @Path("change")
    @RolesAllowed(Role.MAY_PROPOSE)
    public Response propose(byte[] body, @Context ContainerRequestContext request) {
        FormBody form = Fields.form(body);
        Author author = Fields.author(request, form);
        SettingsView board = board();
        Map<String, String> typed = new HashMap<>();
        Map<String, Optional<String>> edits = new HashMap<>();
        for (SettingsView.SettingLine line : board.settings()) {
            String value = form.one(line.name()).strip();
            typed.put(line.name(), value);
            if (!line.secret() && !value.equals(Objects.requireNonNullElse(line.value(), ""))) {
                edits.put(line.name(), Optional.of(value).filter(text -> !text.isEmpty()));
            }
        }
        Draft draft = new Draft(board, typed, Map.of(), author.reason());
        return edits.isEmpty()
                        || edits.values().stream()
                                .flatMap(Optional::stream)
                                .anyMatch(SettingsPage::isLong)
                ? again(request, draft, List.of(new Flaw("reason", "nothing is changed yet")))
                : proposed(request, draft, new Edits(edits), kind(form), author);
    }

    private static boolean isLong(String value) {
        return value.length() > Edits.VALUE_MAX;
    }

    private static Proposal.Kind kind(FormBody form) {
        return form.one("urgent").equals("yes") ? Proposal.Kind.URGENT : Proposal.Kind.USUAL;
    }

    private Response proposed(
            ContainerRequestContext request,
            Draft draft,
            Edits edits,
            Proposal.Kind kind,
            Author author) {
        ProposalId id = new ProposalId(desk.ids().next());
        return switch (settings().propose().propose(id, edits, kind, author)) {
            case ProposeChange.Outcome.Kept(_) -> Desk.done(PROPOSALS + id, "proposed", 0);
            case ProposeChange.Outcome.Rejected(var flaws) -> again(request, draft, flaws);
            case ProposeChange.Outcome.Away(var why) ->
                    throw SettingAnswers.away(why).toException();
        };
    }

    private Response again(ContainerRequestContext request, Draft draft, List<Flaw> flaws) {
        Map<String, String> beside = new HashMap<>();
        flaws.forEach(flaw -> beside.putIfAbsent(flaw.name(), flaw.why()));
        return desk.show(
                422,
                request,
                "settings-change",
                new Draft(draft.board(), draft.typed(), beside, draft.reason()));
    }

    @GET
    @Path("restore/{version}")
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_JUDGE})
    public Response mayRestore(
            @PathParam("version") long version, @Context ContainerRequestContext request) {
        return desk.confirm(
                request,
                new Confirmation(
                                "Restore version " + version,
                                List.of(
                                        "Every setting becomes what it was in version "
                                                + version
                                                + ". Secrets stay as they are.",
                                        "If that is what was confirmed last, all instances are told"
                                                + " at once; else it is a proposal like others."),
                                PLACE + "/restore/" + version,
                                Map.of(),
                                "Restore it",
                                true,
                                PLACE)
                        .withReason());
    }

    @POST
    @Path("restore/{version}")
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_JUDGE})
    public Response restore(
            @PathParam("version") long version,
            byte[] body,
            @Context ContainerRequestContext request) {
        ProposalId id = new ProposalId(desk.ids().next());
        Author author = Fields.author(request, Fields.form(body));
        return switch (settings().restore().restore(id, version, author)) {
            case ProposeChange.Outcome.Kept(_) -> Desk.done(PROPOSALS + id, "proposed", 0);
            case ProposeChange.Outcome.Rejected(var flaws) -> throw rejected(flaws).toException();
            case ProposeChange.Outcome.Away(var why) ->
                    throw SettingAnswers.away(why).toException();
        };
    }

    private static Problem rejected(List<Flaw> flaws) {
        return SettingAnswers.rejected(flaws);
    }

    private SettingsView board() {
        return SettingsView.of(SettingAnswers.board(settings().show()));
    }

    private SettingUseCases settings() {
        return desk.useCases().settings();
    }
}
