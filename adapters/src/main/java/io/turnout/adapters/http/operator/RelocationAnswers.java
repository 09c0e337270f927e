package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.relocation.BeginRelocation;
import io.turnout.application.relocation.CompleteRelocation;
import io.turnout.application.relocation.RollBackRelocation;
import java.util.Optional;

/// What is said of moves where something was not done; empty where it was.
public final class RelocationAnswers {
    private RelocationAnswers() {}

    public static Problem unknown() {
        return Problem.of(ProblemType.NOT_FOUND, "no such move");
    }

    public static Problem unknownOrg() {
        return Problem.of(ProblemType.NOT_FOUND, "no such org here");
    }

    public static Optional<Problem> trouble(BeginRelocation.Outcome outcome) {
        return switch (outcome) {
            case BeginRelocation.Outcome.Asked _ -> Optional.empty();
            case BeginRelocation.Outcome.Unfinished(var other) ->
                    conflict("another move of it is not finished: " + other.id());
            case BeginRelocation.Outcome.NoSuchStack() ->
                    Optional.of(Problem.invalid("to", "is no stack whose database this one knows"));
            case BeginRelocation.Outcome.NoSuchOrg() -> Optional.of(unknownOrg());
            case BeginRelocation.Outcome.AlreadyThere() -> conflict("it is at home there already");
            case BeginRelocation.Outcome.OutOfReach(var home) ->
                    conflict("it is at home at " + home.stack() + ": ask there");
        };
    }

    public static Optional<Problem> trouble(RollBackRelocation.Outcome outcome) {
        return outcome instanceof RollBackRelocation.Outcome.Nothing
                ? conflict("it stayed where it was, or another move of it is not finished")
                : Optional.empty();
    }

    public static Optional<Problem> trouble(CompleteRelocation.Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> Optional.empty();
            case NOTHING -> conflict("it did not move the org, or was completed before");
            case GATE_BUSY ->
                    Optional.of(Problem.of(ProblemType.OVERLOADED, "somebody always writes"));
        };
    }

    private static Optional<Problem> conflict(String detail) {
        return Optional.of(Problem.of(ProblemType.VERSION_CONFLICT, detail));
    }
}
