package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Refusal;
import io.turnout.domain.rollout.Step;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// What became of something that was to be done to a plan: how it stands now, or why not.
public final class RolloutAnswers {
    private RolloutAnswers() {}

    static Response of(RolloutUseCases useCases, PlanId plan, Order order, Author author) {
        Optional<Step> step = useCases.change().change(plan, order, author);
        if (step.isPresent() && step.get() instanceof Step.Refused(var why)) {
            return refused(why).toResponse();
        }
        return useCases.show()
                .show(plan)
                .map(
                        board ->
                                Response.ok(RolloutView.of(board))
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .build())
                .orElseGet(RolloutAnswers::unknown);
    }

    static Response unknown() {
        return unknownPlan().toResponse();
    }

    /// Why something is not done, for whoever asked.
    public static Problem refused(Refusal why) {
        return switch (why) {
            case VERSION_CONFLICT ->
                    conflict("it changed since that version: look again, and decide anew");
            case NOT_NOW -> conflict("not in the state it is in");
            case NOT_APPROVED -> conflict("its terms are not approved: submit it first");
            case ALREADY_BEGUN ->
                    conflict("a wave that has begun keeps its terms, and a plan its flag");
            case OWN_WORK ->
                    Problem.of(
                            ProblemType.FORBIDDEN,
                            "whoever wrote a part of it does not approve it");
            case NO_SUCH_WAVE -> unknownPlan();
        };
    }

    public static Problem unknownPlan() {
        return Problem.of(ProblemType.NOT_FOUND, "there is no such plan or wave");
    }

    private static Problem conflict(String detail) {
        return Problem.of(ProblemType.VERSION_CONFLICT, detail);
    }
}
