package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.turnout.adapters.aws.EcsTrialInstances;
import io.turnout.adapters.aws.Parameters;
import io.turnout.adapters.aws.SsmConfigVariables;
import io.turnout.adapters.heroku.HerokuConfigVariables;
import io.turnout.adapters.machine.FileConfigVariables;
import io.turnout.application.setting.ConfigVariables;
import io.turnout.application.setting.TrialInstances;
import jakarta.validation.Valid;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.SsmClient;

/// Where the variables are kept that instances are started with. Where the place has no name,
/// settings can be looked at in the file, and are changed where they are.
///
/// @param confirm within which time a change has to be confirmed
/// @param trialSettings by which settings file a trial starts; that of this server, where it is
/// empty
/// @param file what all instances on this machine read
/// @param heroku the config vars of an app
/// @param aws parameters of Systems Manager
public record VariablesSettings(
        @JsonProperty(required = true) Type type,
        @Nullable Duration confirm,
        @Nullable String trialSettings,
        @Nullable String file,
        @Valid @Nullable HerokuSettings heroku,
        @Valid @Nullable Aws aws) {
    static final VariablesSettings NONE =
            new VariablesSettings(Type.NONE, null, null, null, null, null);

    /// It lives for seconds: starting is most of its work.
    private static final List<String> TRIAL =
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Duration CONFIRM = Duration.minutes(10);

    /// Where they are kept.
    public enum Type {
        NONE,
        FILE,
        HEROKU,
        AWS
    }

    /// Parameters under the name of a stack, and the tasks that read them when they start.
    ///
    /// @param stack as in their names: `/turnout/<stack>/vars/…`
    public record Aws(
            @Nullable String stack,
            @Valid @Nullable AwsSettings place,
            @Nullable String cluster,
            @Nullable String service) {
        private EcsSettings tasks() {
            return new EcsSettings(place, cluster, service);
        }

        private boolean isNamed() {
            return Named.all(stack) && tasks().isNamed();
        }

        private ConfigVariables open(InstantSource clock) {
            return new SsmConfigVariables(
                    new Parameters(
                            tasks().there().client(SsmClient.builder()),
                            Objects.requireNonNull(stack)),
                    tasks().open()::deploy,
                    clock);
        }
    }

    ConfigVariables open(InstantSource clock) {
        return kept(clock).orElseGet(NoVariables::new);
    }

    private Optional<ConfigVariables> kept(InstantSource clock) {
        return switch (type) {
            case NONE -> Optional.empty();
            case FILE ->
                    Optional.ofNullable(file)
                            .filter(Named::all)
                            .map(name -> new FileConfigVariables(Path.of(name), clock));
            case HEROKU ->
                    Optional.ofNullable(heroku)
                            .filter(HerokuSettings::isNamed)
                            .map(account -> new HerokuConfigVariables(account.open(clock)));
            case AWS -> Optional.ofNullable(aws).filter(Aws::isNamed).map(one -> one.open(clock));
        };
    }

    /// What starts trials here, and replaces instances where a change does not by itself.
    ///
    /// @param beside starts processes beside this one
    TrialInstances trials(TrialInstances beside) {
        return aws != null && type == Type.AWS && aws.isNamed()
                ? new EcsTrialInstances(beside, aws.tasks().open())
                : beside;
    }

    java.time.Duration confirmWithin() {
        return (confirm == null ? CONFIRM : confirm).toJavaDuration();
    }

    /// How a trial is started beside this process; empty where that is not known.
    List<String> trialCommand() {
        Optional<String> named = Optional.ofNullable(trialSettings).filter(name -> !name.isBlank());
        return named.or(OwnProcess::settings)
                .map(
                        settings ->
                                OwnProcess.command(
                                        TRIAL, List.of(TrialCommand.NAME, settings, "--proposal")))
                .orElseGet(List::of);
    }
}
