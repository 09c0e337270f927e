package io.turnout.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A scenario that was run, what was said of it, and whether all held.
record Judged(boolean held, String said) {
    /// What must hold after any scenario, whatever happened in it.
    static final String EXACT =
            """
              - unresolved = 0
              - taken.wrong = 0
              - rows.wrong = 0
              - owed.wrong = 0
              - oversold = 0
              - lost = 0
              - twice = 0
              - strange = 0
            """;

    /// @param text of the file of that name, which ends with `expect`
    static Judged run(Path folder, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text + EXACT);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean held =
                new ScenarioMain(
                                ScenarioOptions.of(new String[] {"--reports", folder.toString()}),
                                new PrintStream(said, true, StandardCharsets.UTF_8))
                        .run(ScenarioFile.read(file));
        return new Judged(held, said.toString(StandardCharsets.UTF_8));
    }
}
