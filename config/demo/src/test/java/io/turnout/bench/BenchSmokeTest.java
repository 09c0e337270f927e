package io.turnout.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bench still runs and counts exactly. How fast it was is no matter of a test.
class BenchSmokeTest {
    @TempDir private Path results;

    @Test
    void every_design_is_measured_and_exact() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        BenchOptions options =
                BenchOptions.of(
                        new String[] {
                            "--smoke", "--connections", "32", "--results", results.toString()
                        });

        new BenchMain(options, new PrintStream(said, true, StandardCharsets.UTF_8)).run();

        String all = said.toString(StandardCharsets.UTF_8);
        assertThat(all.split("Exact after every run", -1)).hasSize(5);
        assertThat(all)
                .contains(
                        HotEvent.GROUP + " ÷ " + HotEvent.ROWS,
                        "instances: 2 ÷",
                        "3,000 ÷",
                        ManyLinks.OPENED + " ÷")
                .containsAnyOf("| 16 | " + Pgbench.Script.NO_HOT_ROW.title(), Pgbench.LACKING);
        try (var files = Files.list(results)) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
        }
    }
}
