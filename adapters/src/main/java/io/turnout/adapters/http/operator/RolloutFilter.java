package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.application.rollout.Rollouts;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.Stage;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which plans are asked for, as an address says it: of a flag, in a stage or a state, by an owner.
/// What is left out or empty is not asked for.
public record RolloutFilter(String flag, String stage, String state, String owner) {
    public static RolloutFilter of(
            @Nullable String flag,
            @Nullable String stage,
            @Nullable String state,
            @Nullable String owner) {
        return new RolloutFilter(plain(flag), plain(stage), plain(state), plain(owner));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    public Rollouts.Query query(@Nullable String cursor, int limit) {
        return new Rollouts.Query(
                said(flag).map(RolloutResource::flag),
                said(stage).map(word -> known("stage", word, Stage.values())),
                said(state).map(word -> known("state", word, PlanState.values())),
                said(owner).map(RolloutFilter::owner),
                PageParameters.after(cursor, PlanId::valueOf),
                limit);
    }

    private static Optional<String> said(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String owner(String name) {
        if (!Author.isActor(name)) {
            throw Problem.invalid("owner", "is the name of who drafted it").toException();
        }
        return name;
    }

    private static <E extends Enum<E>> E known(String field, String word, E[] values) {
        return Arrays.stream(values)
                .filter(value -> Spelling.of(value).equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                                field,
                                                Arrays.stream(values)
                                                        .map(Spelling::of)
                                                        .collect(
                                                                Collectors.joining(
                                                                        ", ", "is one of ", "")))
                                        .toException());
    }
}
