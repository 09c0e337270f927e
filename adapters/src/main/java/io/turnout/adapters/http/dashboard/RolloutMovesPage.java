package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.operator.RolloutAnswers;
import io.turnout.adapters.http.page.FormBody;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Step;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is done to a plan, after it was said whom it concerns. Releasers have it go on; whoever is
/// on call may stop it and take it back.
@Path(RolloutsPage.PLACE)
public final class RolloutMovesPage {
    /// Of more, the number is said.
    private static final int NAMED = 20;

    private final Desk desk;

    RolloutMovesPage(Desk desk) {
        this.desk = desk;
    }

    @GET
    @Path("{plan}/go/{move}")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response mayGo(
            @PathParam("plan") PlanId plan,
            @PathParam("move") String move,
            @Context ContainerRequestContext request) {
        return ask(plan, known(move, false), request);
    }

    @POST
    @Path("{plan}/go/{move}")
    @RolesAllowed(Role.MAY_RELEASE)
    public Response go(
            @PathParam("plan") PlanId plan,
            @PathParam("move") String move,
            byte[] body,
            @Context ContainerRequestContext request) {
        FormBody form = Fields.form(body);
        long version =
                Fields.value("version", form.one("version"), Long::valueOf, "is that of the page");
        return done(plan, known(move, false).order(version), form, request);
    }

    @GET
    @Path("{plan}/stop/{move}")
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response mayStop(
            @PathParam("plan") PlanId plan,
            @PathParam("move") String move,
            @Context ContainerRequestContext request) {
        return ask(plan, known(move, true), request);
    }

    @POST
    @Path("{plan}/stop/{move}")
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response stop(
            @PathParam("plan") PlanId plan,
            @PathParam("move") String move,
            byte[] body,
            @Context ContainerRequestContext request) {
        return done(plan, known(move, true).order(0), Fields.form(body), request);
    }

    @GET
    @Path("{plan}/waves/{number}/roll-back")
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response mayRollBack(
            @PathParam("plan") PlanId plan,
            @PathParam("number") int number,
            @Context ContainerRequestContext request) {
        Rollout rollout = RolloutsPage.board(desk.useCases().rollouts(), plan).rollout();
        if (number < 1 || number > rollout.plan().waves().size()) {
            throw RolloutAnswers.unknownPlan().toException();
        }
        List<String> changes = new ArrayList<>();
        changes.add("The plan is paused.");
        changes.add(
                "These go off within a second, on every instance: "
                        + named(rollout.orgs(number - 1, Member.State.LIVE))
                        + ".");
        changes.add("What was done meanwhile is kept.");
        return desk.confirm(
                request,
                new Confirmation(
                                "Roll wave " + number + " back",
                                changes,
                                at(plan) + "/waves/" + number + "/roll-back",
                                Map.of(),
                                "Roll it back now",
                                true,
                                at(plan))
                        .withReason());
    }

    @POST
    @Path("{plan}/waves/{number}/roll-back")
    @RolesAllowed({Role.MAY_RELEASE, Role.MAY_ACT})
    public Response rollBack(
            @PathParam("plan") PlanId plan,
            @PathParam("number") int number,
            byte[] body,
            @Context ContainerRequestContext request) {
        return done(plan, new Order.RollBackWave(number - 1), Fields.form(body), request);
    }

    private Response ask(PlanId plan, PlanMove move, ContainerRequestContext request) {
        Rollout rollout = RolloutsPage.board(desk.useCases().rollouts(), plan).rollout();
        List<String> changes = new ArrayList<>();
        changes.add(move.means);
        if (move.isGrave()) {
            changes.add(
                    "They have it now: "
                            + named(rollout.orgs(one -> one.state() == Member.State.LIVE))
                            + ".");
        }
        return desk.confirm(
                request,
                new Confirmation(
                                move.title,
                                changes,
                                at(plan) + (move.isStop() ? "/stop/" : "/go/") + move.word(),
                                Map.of("version", Long.toString(rollout.plan().version())),
                                move.title,
                                move.isGrave(),
                                at(plan))
                        .withReason());
    }

    private Response done(
            PlanId plan, Order order, FormBody form, ContainerRequestContext request) {
        Author author = Fields.author(request, form);
        Step step =
                desk.useCases()
                        .rollouts()
                        .change()
                        .change(plan, order, author)
                        .orElseThrow(() -> RolloutAnswers.unknownPlan().toException());
        if (step instanceof Step.Refused(var why)) {
            throw RolloutAnswers.refused(why).toException();
        }
        return Desk.done(at(plan), "planned", 0);
    }

    private static PlanMove known(String word, boolean stops) {
        return PlanMove.of(word, stops)
                .orElseThrow(
                        () ->
                                Problem.of(ProblemType.NOT_FOUND, "no such thing to do")
                                        .toException());
    }

    private static String named(Collection<OrgId> orgs) {
        if (orgs.isEmpty()) {
            return "nobody";
        }
        String first =
                orgs.stream()
                        .map(OrgId::value)
                        .sorted()
                        .limit(NAMED)
                        .collect(Collectors.joining(", "));
        return orgs.size() > NAMED ? first + " and " + (orgs.size() - NAMED) + " more" : first;
    }

    private static String at(PlanId plan) {
        return RolloutsPage.PLACE + "/" + plan;
    }
}
