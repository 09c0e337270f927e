package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads the files of the house as a reader does. Each check is seen to fail on a made-up text.
class TidyTest {
    private static final Path HOUSE = house();
    private static final Set<String> KINDS =
            Set.of("java", "sql", "yml", "sh", "html", "ftl", "css", "js");
    private static final Set<String> SCRIPTS = Set.of("turnout", ".ci/run");
    private static final Set<String> NOT_SOURCES =
            Set.of("target", "lib", "lib-demo", ".git", ".idea", "node_modules");

    private static Path house() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, java.util.Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("migrations/pom.xml")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> files() {
        try (Stream<Path> all = Files.walk(HOUSE)) {
            return all.map(HOUSE::relativize)
                    .filter(path -> path.getNameCount() > 0 && isSource(path))
                    .map(path -> path.toString().replace('\\', '/'))
                    .filter(TidyTest::isRead)
                    .filter(Tidy::isOurs)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(Path path) {
        for (Path part : path) {
            if (NOT_SOURCES.contains(part.toString())) {
                return false;
            }
        }
        return Files.isRegularFile(HOUSE.resolve(path));
    }

    private static boolean isRead(String path) {
        return SCRIPTS.contains(path) || KINDS.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    private static List<String> lines(String path) {
        try {
            return Files.readAllLines(HOUSE.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static List<String> migrations() {
        return files().stream()
                .filter(path -> path.startsWith("migrations/") && path.endsWith(".sql"))
                .map(path -> path.substring("migrations/".length()))
                .toList();
    }

    @Test
    void every_file_is_short_narrow_well_named_and_finished() {
        List<String> files = files();

        assertThat(files).hasSizeGreaterThan(100);
        assertThat(files.stream().flatMap(path -> Tidy.faults(path, lines(path)).stream()))
                .isEmpty();
    }

    @Test
    void migrations_are_numbered_without_a_gap_and_say_why() {
        List<String> migrations = migrations();

        assertThat(migrations).isNotEmpty();
        assertThat(Tidy.numberingFaults(migrations)).isEmpty();
        assertThat(migrations)
                .flatMap(name -> Tidy.reasonFaults(name, lines("migrations/" + name)))
                .isEmpty();
    }

    @Test
    void a_long_or_wide_file_is_seen() {
        assertThat(Tidy.faults("A.java", Collections.nCopies(300, "a"))).isEmpty();
        assertThat(Tidy.faults("A.java", Collections.nCopies(301, "a")))
                .containsExactly("A.java has 301 lines");
        assertThat(Tidy.faults("A.java", List.of("é".repeat(100)))).isEmpty();
        assertThat(Tidy.faults("A.java", List.of("", "é".repeat(101))))
                .containsExactly("A.java:2 is too wide");
    }

    @Test
    void a_name_that_says_nothing_is_seen() {
        for (String path :
                List.of(
                        "domain/src/util/A.java",
                        "domain/src/core/A.java",
                        "domain/src/impl/A.java",
                        "domain/src/seat/SeatManager.java",
                        "domain/src/seat/SeatImpl.java",
                        "domain/src/seat/SeatHelper.java")) {
            assertThat(Tidy.faults(path, List.of())).containsExactly(path + " has a banned name");
        }
        assertThat(Tidy.faults("domain/src/score/Airport.java", List.of())).isEmpty();
    }

    @Test
    void stars_tabs_and_leftover_markers_are_seen() {
        assertThat(Tidy.faults("A.java", List.of("import java.util." + "*;")))
                .containsExactly("A.java:1 imports a star");
        assertThat(Tidy.faults("A.java", List.of("import static java.util.List." + "*;")))
                .containsExactly("A.java:1 imports a star");
        assertThat(Tidy.faults("a.sql", List.of("-- TO" + "DO: an index", "select 1")))
                .containsExactly("a.sql:1 has a leftover marker");
        assertThat(Tidy.faults("A.java", List.of("int a;\t"))).hasSize(1);
    }

    @Test
    void a_gap_and_a_silent_migration_are_seen() {
        assertThat(Tidy.numberingFaults(List.of("V0001__first.sql", "V0003__third.sql")))
                .containsExactly("V0003__third.sql is not number 2");
        assertThat(Tidy.numberingFaults(List.of("V1__first.sql"))).hasSize(1);
        assertThat(Tidy.reasonFaults("V0001__a.sql", List.of("create table a ();"))).hasSize(1);
        assertThat(Tidy.reasonFaults("V0001__a.sql", List.of("-- a table"))).hasSize(1);
        assertThat(Tidy.reasonFaults("V0001__a.sql", List.of("-- Whoever comes in is kept here.")))
                .isEmpty();
    }

    @Test
    void what_others_made_is_not_ours_to_tidy() {
        assertThat(Tidy.isOurs("config/src/main/resources/vendor/htmx.js")).isFalse();
        assertThat(Tidy.isOurs("config/src/main/resources/desk.js")).isTrue();
    }
}
