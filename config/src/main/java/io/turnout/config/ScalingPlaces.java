package io.turnout.config;

import io.turnout.adapters.aws.EcsInstanceScaling;
import io.turnout.adapters.heroku.HerokuInstanceScaling;
import io.turnout.adapters.machine.Launcher;
import io.turnout.adapters.machine.ProcessInstanceScaling;
import io.turnout.application.scaling.InstanceScaling;
import io.turnout.application.scaling.ScalingPlans;
import jakarta.validation.Valid;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;

/// Where instances are started, place by place.
final class ScalingPlaces {
    private ScalingPlaces() {}

    /// One of them.
    sealed interface Place {
        /// Whether everything it needs is said.
        boolean isNamed();

        InstanceScaling open(ScalingPlans plans, InstantSource clock);
    }

    /// Processes on this machine: servers by the same settings, each on ports of its own.
    ///
    /// @param folder where it stands which ones run, and what they say
    /// @param settings by which file they are started; that of this server, where it is empty
    /// @param flags for their JVMs
    /// @param drain how long they may take to end
    public record Machine(
            @Nullable String folder,
            @Nullable String settings,
            @Nullable List<String> flags,
            io.dropwizard.util.@Nullable Duration drain)
            implements Place {
        private static final Duration DRAIN = Duration.ofSeconds(30);

        /// What each has for itself.
        private static final List<String> OWN =
                List.of(
                        "-Ddw.instance=",
                        "-Ddw.server.applicationConnectors[0].port={port}",
                        "-Ddw.server.adminConnectors[0].port={adminPort}");

        @Override
        public boolean isNamed() {
            return Named.all(folder);
        }

        private Optional<String> file() {
            return Optional.ofNullable(settings)
                    .filter(name -> !name.isBlank())
                    .or(OwnProcess::settings);
        }

        @Override
        public InstanceScaling open(ScalingPlans plans, InstantSource clock) {
            return new ProcessInstanceScaling(
                    new Launcher(
                            OwnProcess.command(
                                    Stream.concat(
                                                    Objects.requireNonNullElse(
                                                            flags, List.<String>of())
                                                            .stream(),
                                                    OWN.stream())
                                            .toList(),
                                    List.of("server", file().orElseThrow())),
                            Path.of(Objects.requireNonNull(folder)),
                            Map::of,
                            drain == null ? DRAIN : drain.toJavaDuration()),
                    plans,
                    clock);
        }
    }

    /// Dynos of an app.
    ///
    /// @param token of an account that may scale it
    /// @param process as in the Procfile
    /// @param api another place to ask, for trials
    public record Heroku(
            @Nullable String app,
            @Nullable String token,
            @Nullable String process,
            @Nullable URI api)
            implements Place {
        private HerokuSettings account() {
            return new HerokuSettings(app, token, api);
        }

        @Override
        public boolean isNamed() {
            return account().isNamed();
        }

        @Override
        public InstanceScaling open(ScalingPlans plans, InstantSource clock) {
            return new HerokuInstanceScaling(
                    account().open(clock),
                    Objects.requireNonNullElse(process, "web"),
                    plans,
                    clock);
        }

        /// The token is a secret.
        @Override
        public String toString() {
            return account().toString();
        }
    }

    /// Tasks of a service of ECS, which Application Auto Scaling moves with the load.
    public record Aws(
            @Valid @Nullable AwsSettings place, @Nullable String cluster, @Nullable String service)
            implements Place {
        private EcsSettings tasks() {
            return new EcsSettings(place, cluster, service);
        }

        @Override
        public boolean isNamed() {
            return tasks().isNamed();
        }

        @Override
        public InstanceScaling open(ScalingPlans plans, InstantSource clock) {
            return new EcsInstanceScaling(
                    tasks().open(),
                    tasks().there().client(ApplicationAutoScalingClient.builder()),
                    clock);
        }
    }
}
