package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.RelocationView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.operator.RolloutAnswers;
import io.turnout.adapters.http.operator.RolloutFilter;
import io.turnout.adapters.http.operator.RolloutHistoryView;
import io.turnout.adapters.http.operator.RolloutPreviewView;
import io.turnout.adapters.http.operator.RolloutView;
import io.turnout.adapters.http.operator.RolloutsView;
import io.turnout.adapters.http.operator.WavePlotView;
import io.turnout.application.flags.DriftNews;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.application.rollout.ShowRollout;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plans of rollouts: how far each is, and of one its waves, their orgs, how they fare and what was
/// done.
@Path(RolloutsPage.PLACE)
public final class RolloutsPage {
    static final String PLACE = "/operator/rollouts";
    private static final int HISTORY = 30;
    private static final int PAGE = 20;

    private final Desk desk;

    RolloutsPage(Desk desk) {
        this.desk = desk;
    }

    /// Plans, and of each flag how often it was changed by hand at the rollout server.
    public record Plans(
            RolloutsView plans,
            RolloutFilter filter,
            List<String> flags,
            List<String> states,
            Map<String, Long> drift,
            Optional<String> more) {}

    /// How a wave fared over time.
    public record Fared(RolloutView plan, WavePlotView plot) {}

    /// One plan.
    ///
    /// @param moves how far the last move of each org is, by its id, where it is a plan of moves
    public record Sheet(
            RolloutView plan, RolloutHistoryView history, Map<String, RelocationView> moves) {
        /// Whether whom it reaches is moved to another stack.
        public boolean moving() {
            return Flag.of(plan.flag()).flatMap(Flag::home).isPresent();
        }
    }

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response list(
            @QueryParam("flag") @Nullable String flag,
            @QueryParam("state") @Nullable String state,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("cursor") @Nullable String cursor,
            @Context ContainerRequestContext request) {
        RolloutFilter filter = RolloutFilter.of(flag, null, state, owner);
        RolloutsView plans =
                RolloutsView.of(rollouts().list().list(filter.query(cursor, PAGE)), PAGE);
        Map<String, Long> drift =
                desk.useCases().flags().drift().show(DriftNews.LATEST_MAX).stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.flag().key(), Collectors.counting()));
        return desk.show(
                request,
                "rollouts",
                new Plans(
                        plans,
                        filter,
                        desk.useCases().flags().list().list().flags().stream()
                                .map(Flag::key)
                                .toList(),
                        Arrays.stream(PlanState.values()).map(RolloutsPage::word).toList(),
                        drift,
                        Optional.ofNullable(plans.next()).map(next -> more(filter, next))));
    }

    private static String word(PlanState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String more(RolloutFilter filter, String cursor) {
        return UriBuilder.fromPath(PLACE)
                .queryParam("state", "{state}")
                .queryParam("flag", "{flag}")
                .queryParam("owner", "{owner}")
                .queryParam("cursor", "{cursor}")
                .build(filter.state(), filter.flag(), filter.owner(), cursor)
                .toString();
    }

    /// Its plots, and the numbers that they are drawn from.
    @GET
    @Path("{plan}/waves/{number}/health")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response health(
            @PathParam("plan") PlanId plan,
            @PathParam("number") int number,
            @Context ContainerRequestContext request) {
        RolloutView shown = RolloutView.of(board(rollouts(), plan));
        return rollouts()
                .plot()
                .plot(plan, number - 1)
                .map(plot -> new Fared(shown, WavePlotView.of(plan, plot)))
                .map(view -> desk.show(request, "wave-health", view))
                .orElseThrow(() -> RolloutAnswers.unknownPlan().toException());
    }

    /// Whom a wave takes, and why not the others.
    @GET
    @Path("{plan}/waves/{number}")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response preview(
            @PathParam("plan") PlanId plan,
            @PathParam("number") int number,
            @Context ContainerRequestContext request) {
        return rollouts()
                .preview()
                .preview(plan, Optional.empty())
                .filter(preview -> number >= 1 && number <= preview.waves().size())
                .map(preview -> preview.waves().get(number - 1))
                .map(lines -> RolloutPreviewView.of(plan, number - 1, lines))
                .map(view -> desk.show(request, "preview", view))
                .orElseThrow(() -> RolloutAnswers.unknownPlan().toException());
    }

    @GET
    @Path("{plan}")
    @RolesAllowed({Role.MAY_READ, Role.MAY_RELEASE})
    public Response show(@PathParam("plan") PlanId plan, @Context ContainerRequestContext request) {
        ShowRollout.Board board = board(rollouts(), plan);
        Sheet sheet =
                new Sheet(
                        RolloutView.of(board),
                        RolloutHistoryView.of(rollouts().history().show(plan, HISTORY)),
                        board.rollout().plan().flag().home().isPresent() ? moves() : Map.of());
        return desk.show(request, "rollout", sheet);
    }

    private Map<String, RelocationView> moves() {
        return desk.useCases().relocations().whereabouts().show().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                one -> one.getKey().value(),
                                one -> RelocationView.of(one.getValue())));
    }

    static ShowRollout.Board board(RolloutUseCases rollouts, PlanId plan) {
        return rollouts.show()
                .show(plan)
                .orElseThrow(() -> RolloutAnswers.unknownPlan().toException());
    }

    private RolloutUseCases rollouts() {
        return desk.useCases().rollouts();
    }
}
