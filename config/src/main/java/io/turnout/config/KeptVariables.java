package io.turnout.config;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.turnout.adapters.machine.FileConfigVariables;
import io.turnout.adapters.machine.MachineTrialInstances;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.setting.Variables;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands for `${NAME}` in settings: what is kept in the file of variables, or else the
/// environment. In a trial, what is tried comes from the environment. A file that cannot be read
/// stops the start.
final class KeptVariables {
    private KeptVariables() {}

    static EnvironmentVariableSubstitutor substitutor(Map<String, String> environment) {
        Map<String, String> kept = kept(environment.get(VariablesSettings.FILE));
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

    private static Map<String, String> kept(@Nullable String file) {
        if (file == null || file.isBlank()) {
            return Map.of();
        }
        return switch (new FileConfigVariables(Path.of(file), Wiring.clock()).current()) {
            case Answer.Done<Variables>(var variables) -> variables.values();
            case Answer.Failed<Variables>(var why) ->
                    throw new IllegalStateException(file + " cannot be read: " + why);
        };
    }
}
