package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import java.util.Optional;

/// What is said of instances where something was not done.
public final class InstanceAnswers {
    private InstanceAnswers() {}

    /// Empty where it was.
    public static Optional<Problem> trouble(Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(var why)
                ? Optional.of(problem(why))
                : Optional.empty();
    }

    private static Problem problem(Failure why) {
        return why instanceof Failure.Refused(var words)
                ? Problem.of(ProblemType.CONFIG_REJECTED, words)
                : Problem.of(
                        ProblemType.STORAGE_UNAVAILABLE,
                        "where instances are started, nobody does it now");
    }
}
