package io.turnout.adapters.aws;

import io.turnout.application.setting.ConfigVariables;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.Applied.Effect;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Release;
import io.turnout.domain.setting.Variables;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;

/// Variables as secure parameters of Systems Manager. A release is a parameter of its own, which
/// only one can create: whoever creates number N+1 decided on N. It lists which version of each
/// variable belongs to it. Tasks read variables when they start, so a deployment makes them count.
public final class SsmConfigVariables implements ConfigVariables {
    /// What stands in a variable that was unset. A task does not start when a parameter that it
    /// names is gone, so none ever goes.
    static final String ABSENT = "turnout:absent";

    private final Parameters parameters;
    private final Supplier<Answer<Effect>> deployment;
    private final InstantSource clock;

    /// @param deployment replaces the tasks
    public SsmConfigVariables(
            Parameters parameters, Supplier<Answer<Effect>> deployment, InstantSource clock) {
        this.parameters = parameters;
        this.deployment = deployment;
        this.clock = clock;
    }

    /// The version first: what is written meanwhile is then newer than it says, and is noticed.
    @Override
    public Answer<Variables> current() {
        return Asked.of(() -> new Variables(newest(), present(parameters.variables())));
    }

    private long newest() {
        return parameters.releases().stream().mapToLong(Listed::version).max().orElse(0);
    }

    private static Map<String, String> present(Map<String, Parameters.Value> all) {
        Map<String, String> present = new TreeMap<>();
        all.forEach((name, value) -> present.put(name, value.text()));
        present.values().removeIf(ABSENT::equals);
        return present;
    }

    @Override
    public Answer<Applied> apply(Edits edits, long expected, Why why) {
        if (edits.values().containsValue(Optional.of(ABSENT))) {
            return Answer.failed(new Failure.Refused("no value of a variable"));
        }
        Listed begun = new Listed(expected + 1, why, clock.instant(), Map.of());
        return Asked.of(() -> newest() == expected && claims(begun))
                .then(
                        ours ->
                                ours
                                        ? write(edits, begun)
                                        : current()
                                                .then(
                                                        now ->
                                                                ConfigVariables.conflict(
                                                                        now.version())));
    }

    private boolean claims(Listed release) {
        try {
            parameters.create(release);
            return true;
        } catch (ParameterAlreadyExistsException somebodyElse) {
            return false;
        }
    }

    /// Once a release is begun, what goes wrong leaves it begun: nobody knows which of its values
    /// are there, and a rollback to the one before puts them right.
    private Answer<Applied> write(Edits edits, Listed begun) {
        Answer<Applied> written =
                Asked.of(
                        () -> {
                            edits.values()
                                    .forEach(
                                            (name, value) ->
                                                    parameters.put(name, value.orElse(ABSENT)));
                            parameters.complete(begun.with(parameters.variables()));
                            parameters.forget(begun.version());
                            return new Applied(begun.version(), deployed());
                        });
        return switch (written) {
            case Answer.Done<Applied> done -> done;
            case Answer.Failed<Applied>(var failure) ->
                    Answer.failed(
                            new Failure.Unreachable(
                                    "release " + begun.version() + " is half written: " + failure));
        };
    }

    private Effect deployed() {
        return switch (deployment.get()) {
            case Answer.Done<Effect>(var effect) -> effect;
            case Answer.Failed<Effect> _ -> Effect.AT_NEXT_START;
        };
    }

    @Override
    public Answer<List<Release>> history(int most) {
        return Asked.of(
                () ->
                        parameters.releases().stream()
                                .sorted(Comparator.comparing(Listed::version).reversed())
                                .limit(most)
                                .map(Listed::toRelease)
                                .toList());
    }

    @Override
    public Answer<Variables> at(long version) {
        return Asked.of(() -> parameters.release(version))
                .then(
                        found ->
                                found.filter(Listed::isComplete)
                                        .map(release -> Asked.of(() -> asOf(release)))
                                        .orElseGet(
                                                () ->
                                                        Answer.failed(
                                                                new Failure.Unknown(
                                                                        "release " + version))));
    }

    private Variables asOf(Listed release) {
        return new Variables(release.version(), present(parameters.at(release.versions())));
    }
}
