package io.turnout.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How another process of this program is started beside this one.
final class OwnProcess {
    private static final String SERVER = " server ";

    private OwnProcess() {}

    /// By which settings file this server was started; empty where it is none.
    static Optional<String> settings() {
        String started = System.getProperty("sun.java.command", "");
        int server = started.indexOf(SERVER);
        return server < 0
                ? Optional.empty()
                : Optional.of(started.substring(server + SERVER.length()).strip());
    }

    /// This program, with `flags` for its JVM.
    static List<String> command(List<String> flags, List<String> arguments) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow"));
        words.addAll(flags);
        words.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        TurnoutApplication.class.getName()));
        words.addAll(arguments);
        return List.copyOf(words);
    }
}
