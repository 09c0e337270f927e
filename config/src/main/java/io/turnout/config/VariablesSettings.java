package io.turnout.config;

import io.dropwizard.util.Duration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the variables are kept that instances are started with: a file that all of them on this
/// machine read. Without one, settings can be looked at, and are changed where they are.
///
/// @param confirm within which time a change has to be confirmed
/// @param trialSettings by which settings file a trial starts; that of this server, where it is
/// empty
public record VariablesSettings(
        @Nullable String file, @Nullable Duration confirm, @Nullable String trialSettings) {
    static final String FILE = "TURNOUT_VARIABLES_FILE";
    static final VariablesSettings NONE = new VariablesSettings(null, null, null);

    /// It lives for seconds: starting is most of its work.
    private static final List<String> TRIAL =
            List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Duration CONFIRM = Duration.minutes(10);

    Optional<Path> place() {
        return Optional.ofNullable(file).filter(name -> !name.isBlank()).map(Path::of);
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
