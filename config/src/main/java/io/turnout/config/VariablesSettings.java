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

    private static final String SERVER = " server ";
    private static final Duration CONFIRM = Duration.minutes(10);

    Optional<Path> place() {
        return Optional.ofNullable(file).filter(name -> !name.isBlank()).map(Path::of);
    }

    java.time.Duration confirmWithin() {
        return (confirm == null ? CONFIRM : confirm).toJavaDuration();
    }

    /// How a trial is started beside this process; empty where that is not known.
    List<String> trialCommand() {
        String started = System.getProperty("sun.java.command", "");
        int server = started.indexOf(SERVER);
        String settings =
                trialSettings != null && !trialSettings.isBlank()
                        ? trialSettings
                        : server < 0 ? "" : started.substring(server + SERVER.length());
        return settings.isEmpty()
                ? List.of()
                : List.of(
                        Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx384m",
                        // It lives for seconds: starting is most of its work.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        TurnoutApplication.class.getName(),
                        TrialCommand.NAME,
                        settings,
                        "--proposal");
    }
}
