package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.problem.Violation;
import io.turnout.application.setting.ShowSettings;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.setting.Flaw;
import java.util.List;

/// What is said of settings where something was not done.
public final class SettingAnswers {
    private SettingAnswers() {}

    public static Problem rejected(List<Flaw> flaws) {
        return Problem.rejected(
                flaws.stream().map(flaw -> new Violation(flaw.name(), flaw.why())).toList());
    }

    /// The place where variables are kept did not do it.
    public static Problem away(Failure why) {
        return switch (why) {
            case Failure.Refused(var words) -> Problem.of(ProblemType.CONFIG_REJECTED, words);
            case Failure.Unknown(_) ->
                    Problem.of(ProblemType.NOT_FOUND, "there is no such version any more");
            case Failure.Conflict(_), Failure.Overtaken(_) ->
                    Problem.of(ProblemType.VERSION_CONFLICT, "somebody else changed the variables");
            case Failure.Denied(_), Failure.Throttled(_), Failure.Unreachable(_) ->
                    Problem.of(
                            ProblemType.STORAGE_UNAVAILABLE,
                            "where variables are kept, nobody answers us now");
        };
    }

    public static Problem unknown() {
        return Problem.of(ProblemType.NOT_FOUND, "there is no such proposal");
    }

    public static ShowSettings.Board board(ShowSettings show) {
        return switch (show.show()) {
            case Answer.Done<ShowSettings.Board>(var board) -> board;
            case Answer.Failed<ShowSettings.Board>(var why) -> throw away(why).toException();
        };
    }
}
