package io.turnout.config.scenario;

import io.turnout.config.TurnoutApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What operators type, each in a process of its own: a command closes what it writes to.
final class Commands {
    private Commands() {}

    /// What the shell sees: 0 where all went well. It is compiled no further than such a short life
    /// is worth.
    static int run(String... words) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                TurnoutApplication.class.getName()));
        line.addAll(List.of(words));
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }
}
