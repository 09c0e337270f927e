package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The protocol by which an org moves between stacks, searched whole by spin: every order of every
/// step of two visitors and two movers, of whom each may die anywhere.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OrgMoveModelTest {
    private static final Path MODEL = Path.of("src/test/promela/org-move.pml");
    private static final String FOUND_NOTHING = "errors: 0";

    @TempDir private Path folder;

    @Test
    void never_two_homes_and_nothing_acknowledged_is_missing() {
        compile(List.of(), List.of("-DSAFETY"));

        String searched = search(List.of());

        System.out.println(searched);
        assertThat(searched).contains(FOUND_NOTHING).doesNotContain("search depth too small");
    }

    @Test
    void while_somebody_asks_the_org_is_nobodys_for_no_longer_than_it_takes_to_ask() {
        compile(List.of("-DMOVERS=1"), List.of("-DNP"));

        String searched = search(List.of("-l", "-f"));

        System.out.println(searched);
        assertThat(searched).contains(FOUND_NOTHING).doesNotContain("search depth too small");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOME_BEFORE_LOCK",
                "NO_FREEZE",
                "JOURNAL_WITHOUT_GATE",
                "JOURNAL_FORGETS",
                "ACTIVATE_FIRST",
                "NO_TOKEN",
                "LATE_ACTIVATION",
                "DRAIN_ONCE",
                "NO_SELF_HELP"
            })
    void a_mistake_made_on_purpose_is_found(String mistake) {
        compile(List.of("-D" + mistake), List.of("-DSAFETY", "-DREVERSE"));

        assertThat(search(List.of())).contains("errors: 1");
    }

    @Test
    void that_nobody_can_help_themselves_is_found_to_last_for_ever() {
        compile(List.of("-DMOVERS=1", "-DNO_SELF_HELP"), List.of("-DNP"));

        assertThat(search(List.of("-l", "-f"))).contains("errors: 1", "non-progress cycle");
    }

    private void compile(List<String> model, List<String> search) {
        String _ =
                run(
                        Stream.of(
                                List.of("spin", "-a"),
                                model,
                                List.of(MODEL.toAbsolutePath().toString())));
        // COLLAPSE keeps a state in a dozen bytes; the limit is in megabytes.
        String _ =
                run(
                        Stream.of(
                                List.of("gcc", "-O2", "-w", "-DCOLLAPSE", "-DMEMLIM=3000"),
                                search,
                                List.of("-o", "pan", "pan.c")));
    }

    private String search(List<String> options) {
        return run(Stream.of(List.of("./pan", "-m1000000"), options));
    }

    private String run(Stream<List<String>> words) {
        List<String> command = words.flatMap(List::stream).toList();
        File output = folder.resolve("output").toFile();
        try {
            int status =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output)
                            .start()
                            .waitFor();
            String said = Files.readString(output.toPath(), StandardCharsets.UTF_8);
            assertThat(status).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("needs spin and gcc: apt-get install spin gcc", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
