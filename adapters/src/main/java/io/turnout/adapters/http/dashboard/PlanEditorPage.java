package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.operator.RolloutAnswers;
import io.turnout.adapters.http.operator.RolloutHistoryView;
import io.turnout.adapters.http.operator.RolloutView;
import io.turnout.adapters.http.page.FormBody;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.application.rollout.Rollouts;
import io.turnout.application.rollout.ShowRollout;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanTerms;
import io.turnout.domain.rollout.Refusal;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Step;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
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

/// Where a plan is written. One form carries all of it, whatever is done to it, so that nothing
/// typed is lost: not by a wave that is added, not by a mistake, and not when somebody else has
/// changed the plan meanwhile. Whom its waves would take is shown before anything is kept.
@Path(RolloutsPage.PLACE)
public final class PlanEditorPage {
    private static final String REHEARSAL = "a rehearsal";
    private static final int CONFLICT = 409;
    private static final int INVALID = 422;

    private final Desk desk;
    private final Validator validator;

    PlanEditorPage(Desk desk, Validator validator) {
        this.desk = desk;
        this.validator = validator;
    }

    /// What the page shows; `focus` is the id of what is looked at next, `changed` what others did
    /// since the version that was seen.
    public record Sheet(
            TypedPlan typed,
            List<Flag> flags,
            Map<String, String> complaints,
            String focus,
            String refusal,
            Optional<RolloutHistoryView> changed,
            Optional<PreviewSheet> preview) {
        static Sheet of(TypedPlan typed, String focus) {
            return new Sheet(
                    typed, List.of(), Map.of(), focus, "", Optional.empty(), Optional.empty());
        }

        Sheet offering(List<Flag> known) {
            return new Sheet(typed, known, complaints, focus, refusal, changed, preview);
        }

        Sheet complaining(Map<String, String> about) {
            return new Sheet(typed, flags, about, "complaints", refusal, changed, preview);
        }

        Sheet refusing(String why, Optional<RolloutHistoryView> others) {
            return new Sheet(typed, flags, complaints, "refusal", why, others, preview);
        }

        Sheet previewing(PreviewSheet shown) {
            return new Sheet(
                    typed, flags, complaints, "preview", refusal, changed, Optional.of(shown));
        }
    }

    /// A new plan; `after` is one that is complete, for orgs that came too late for it.
    @GET
    @Path("new")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response begin(
            @QueryParam("after") @Nullable String after, @Context ContainerRequestContext request) {
        TypedPlan fresh = TypedPlan.fresh(new PlanId(desk.ids().next()), desk.clock().instant());
        if (after == null) {
            return show(200, Sheet.of(fresh, ""), request);
        }
        PlanId plan = Fields.value("after", after, PlanId::valueOf, "is the id of a plan");
        RolloutView complete = RolloutView.of(RolloutsPage.board(rollouts(), plan));
        return show(200, Sheet.of(fresh.after(complete, complete.late()), ""), request);
    }

    @POST
    @Path("new")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response draft(byte[] body, @Context ContainerRequestContext request) {
        FormBody form = Fields.form(body);
        TypedPlan typed = TypedPlan.read(form);
        PlanId id = Fields.value("id", typed.field("id"), PlanId::valueOf, "is that of the page");
        return answered(id, false, form, typed, request);
    }

    @GET
    @Path("{plan}/edit")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response edit(@PathParam("plan") PlanId plan, @Context ContainerRequestContext request) {
        ShowRollout.Board board = RolloutsPage.board(rollouts(), plan);
        if (!board.rollout().plan().stage().isEditable()) {
            throw RolloutAnswers.refused(Refusal.NOT_NOW).toException();
        }
        return show(200, Sheet.of(TypedPlan.of(RolloutView.of(board)), ""), request);
    }

    @POST
    @Path("{plan}/edit")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response change(
            @PathParam("plan") PlanId plan, byte[] body, @Context ContainerRequestContext request) {
        FormBody form = Fields.form(body);
        var _ = RolloutsPage.board(rollouts(), plan);
        return answered(plan, true, form, TypedPlan.read(form), request);
    }

    private Response answered(
            PlanId plan,
            boolean isKept,
            FormBody form,
            TypedPlan typed,
            ContainerRequestContext request) {
        String button = form.one("do");
        return switch (button) {
            case "save", "submit" ->
                    kept(plan, isKept, button.equals("submit"), form, typed, request);
            case "preview" -> show(200, preview(plan, typed), request);
            default -> show(200, PlanButtons.pressed(typed, button), request);
        };
    }

    private Sheet preview(PlanId plan, TypedPlan typed) {
        PlanReading.Read read = PlanReading.of(typed, REHEARSAL, validator);
        return read.terms().isEmpty()
                ? Sheet.of(typed, "").complaining(read.complaints())
                : Sheet.of(typed, "")
                        .previewing(
                                PreviewSheet.of(
                                        rollouts()
                                                .preview()
                                                .preview(plan, read.terms())
                                                .orElseThrow()));
    }

    private Response kept(
            PlanId plan,
            boolean isKept,
            boolean submits,
            FormBody form,
            TypedPlan typed,
            ContainerRequestContext request) {
        PlanReading.Read read = PlanReading.of(typed, typed.field("reason"), validator);
        if (read.terms().isEmpty()) {
            return show(INVALID, Sheet.of(typed, "").complaining(read.complaints()), request);
        }
        Author author = Fields.author(request, form);
        Step step =
                isKept
                        ? changed(plan, typed, read.terms().get(), author)
                        : drafted(plan, read.terms().get(), author);
        return switch (step) {
            case Step.Refused(var why) -> refused(plan, typed, why, request);
            case Step.Taken(var after) ->
                    submits
                            ? submitted(after.plan(), typed, author, request)
                            : Desk.done(at(plan), "plan-saved", 0);
            case Step.Nothing() -> Desk.done(at(plan), "plan-saved", 0);
        };
    }

    /// Sent twice, it is one plan.
    private Step drafted(PlanId id, PlanTerms terms, Author author) {
        Optional<ShowRollout.Board> there = rollouts().show().show(id);
        return there.<Step>map(board -> new Step.Taken(board.rollout()))
                .orElseGet(
                        () -> {
                            Plan plan = rollouts().draft().draft(id, terms, author);
                            return new Step.Taken(Rollout.of(plan));
                        });
    }

    private Step changed(PlanId plan, TypedPlan typed, PlanTerms terms, Author author) {
        long version =
                Fields.value(
                        "version", typed.field("version"), Long::valueOf, "is that of the page");
        return done(plan, new Order.Edit(version, terms), author);
    }

    private Response submitted(
            Plan plan, TypedPlan typed, Author author, ContainerRequestContext request) {
        return done(plan.id(), new Order.Submit(plan.version()), author)
                        instanceof Step.Refused(var why)
                ? refused(plan.id(), typed, why, request)
                : Desk.done(at(plan.id()), "plan-submitted", 0);
    }

    private Step done(PlanId plan, Order order, Author author) {
        return rollouts()
                .change()
                .change(plan, order, author)
                .orElseThrow(() -> RolloutAnswers.unknownPlan().toException());
    }

    /// What was typed stays, with what others did meanwhile. Sent again, it takes the place of it.
    private Response refused(
            PlanId plan, TypedPlan typed, Refusal why, ContainerRequestContext request) {
        Problem problem = RolloutAnswers.refused(why);
        if (why != Refusal.VERSION_CONFLICT) {
            Sheet sheet = Sheet.of(typed, "").refusing(problem.detail(), Optional.empty());
            return show(problem.status(), sheet, request);
        }
        long seen = Long.parseLong(typed.field("version"));
        List<Rollouts.Entry> since =
                rollouts().history().show(plan, Rollouts.HISTORY_MAX).stream()
                        .filter(entry -> entry.version() > seen)
                        .toList();
        long version = since.isEmpty() ? seen : since.getFirst().version();
        Sheet sheet =
                Sheet.of(typed.with("version", Long.toString(version)), "")
                        .refusing(
                                "Somebody changed this plan since you opened it. Nothing of yours"
                                        + " is kept yet, and nothing is lost.",
                                Optional.of(RolloutHistoryView.of(since)));
        return show(CONFLICT, sheet, request);
    }

    private Response show(int status, Sheet sheet, ContainerRequestContext request) {
        List<Flag> known = desk.useCases().flags().list().list().flags();
        return desk.show(status, request, "plan-editor", sheet.offering(known));
    }

    private RolloutUseCases rollouts() {
        return desk.useCases().rollouts();
    }

    private static String at(PlanId plan) {
        return RolloutsPage.PLACE + "/" + plan;
    }
}
