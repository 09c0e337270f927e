package io.turnout.config;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.turnout.adapters.aws.Parameters;
import io.turnout.adapters.aws.SsmConfigVariables;
import io.turnout.adapters.machine.FileConfigVariables;
import io.turnout.adapters.machine.MachineTrialInstances;
import io.turnout.application.setting.ConfigVariables;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.setting.Variables;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ssm.SsmClient;

/// What stands for `${NAME}` in settings: what is kept in a file or at AWS, or else the
/// environment, which is all that Heroku has. In a trial, what is tried comes from the environment.
/// What cannot be read stops the start.
final class KeptVariables {
    /// What names the file that they are kept in.
    static final String FILE = "TURNOUT_VARIABLES_FILE";

    /// What names the stack under whose parameters they are kept at AWS.
    static final String STACK = "TURNOUT_VARIABLES_STACK";

    private KeptVariables() {}

    static EnvironmentVariableSubstitutor substitutor(Map<String, String> environment) {
        Map<String, String> kept = kept(environment);
        Set<String> tried =
                Set.of(environment.getOrDefault(MachineTrialInstances.TRIED, "").split(","));
        EnvironmentVariableSubstitutor substitutor = new EnvironmentVariableSubstitutor(true);
        var _ =
                substitutor.setVariableResolver(
                        name ->
                                kept.containsKey(name) && !tried.contains(name)
                                        ? kept.get(name)
                                        : environment.get(name));
        return substitutor;
    }

    private static Map<String, String> kept(Map<String, String> environment) {
        return said(environment, FILE)
                .map(file -> read(file, new FileConfigVariables(Path.of(file), Wiring.clock())))
                .or(
                        () ->
                                said(environment, STACK)
                                        .map(stack -> read(stack, parameters(environment, stack))))
                .orElseGet(Map::of);
    }

    private static Optional<String> said(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /// They are only read here, so nobody is replaced.
    private static ConfigVariables parameters(Map<String, String> environment, String stack) {
        AwsSettings place =
                new AwsSettings(
                        environment.getOrDefault("AWS_REGION", ""),
                        said(environment, "TURNOUT_AWS_ENDPOINT").map(URI::create).orElse(null));
        return new SsmConfigVariables(
                new Parameters(place.open().client(SsmClient.builder()), stack),
                () -> Answer.failed(new Failure.Refused("only read here")),
                Wiring.clock());
    }

    private static Map<String, String> read(String place, ConfigVariables variables) {
        return switch (variables.current()) {
            case Answer.Done<Variables>(var now) -> now.values();
            case Answer.Failed<Variables>(var why) ->
                    throw new IllegalStateException(place + " cannot be read: " + why);
        };
    }
}
