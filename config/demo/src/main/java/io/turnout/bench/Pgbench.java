package io.turnout.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PostgreSQL's own load generator, a transaction a registration, with the least that a design can
/// do with: the row of the registration and what is owed, and the counter of one room where there
/// is a hot row. No HTTP, no gate, no attendee, no key, nothing sealed.
final class Pgbench {
    static final String LACKING =
            "NOT RUN: pgbench is not on the PATH, so nothing is divided by it."
                    + " Debian has it in the package postgresql-contrib.";

    /// Shaped as ours are, with the same keys and indexes; without the gate's triggers.
    private static final String TABLES =
            """
            create schema floor;
            create table floor.registration (like registration including all);
            create table floor.outbox (like outbox including all);
            create table floor.room (like room including all) with (fillfactor = 50);
            insert into floor.room select * from room where room_id = '%s'
            """
                    .formatted(Fair.HOT.event());

    private static final String ROWS =
            """
            insert into floor.registration (org_id, registration_id, event_id, status, created_at)
            values ('%1$s', uuidv7(), '%2$s', 'confirmed', now());
            insert into floor.outbox (org_id, attendee_id, event_id, owed_at, due_at)
            values ('%1$s', uuidv7(), '%2$s', now(), now());
            """
                    .formatted(Fair.HOT.org(), Fair.HOT.event());

    private static final String COUNT =
            """
            update floor.room set taken = taken + 1 where org_id = '%s' and room_id = '%s'
            and taken + held < seats;
            """
                    .formatted(Fair.HOT.org(), Fair.HOT.event());

    private static final Pattern DONE = Pattern.compile("actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /// What one transaction does.
    enum Script {
        HOT_ROW_FIRST("pgbench, one hot row first", COUNT + ROWS),
        HOT_ROW_LAST("pgbench, one hot row last", ROWS + COUNT),
        NO_HOT_ROW("pgbench, no hot row", ROWS);

        private final String title;
        private final String statements;

        Script(String title, String statements) {
            this.title = title;
            this.statements = statements;
        }

        String title() {
            return title;
        }
    }

    private final BenchPostgres postgres;
    private final BenchHouse house;
    private final Path folder;
    private long rows;
    private long counted;

    private Pgbench(BenchPostgres postgres, BenchHouse house, Path folder) {
        this.postgres = postgres;
        this.house = house;
        this.folder = folder;
    }

    /// Tables of its own beside those of `house`; nothing where there is no pgbench.
    static Optional<Pgbench> over(BenchPostgres postgres, BenchHouse house, Path folder)
            throws Exception {
        if (!isThere()) {
            return Optional.empty();
        }
        for (Script script : Script.values()) {
            Files.writeString(file(folder, script), "begin;\n" + script.statements + "commit;\n");
        }
        int[] _ = house.jdbi().withHandle(handle -> handle.createScript(TABLES).execute());
        return Optional.of(new Pgbench(postgres, house, folder));
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("pgbench", "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static Path file(Path folder, Script script) {
        return folder.resolve(script.name() + ".sql");
    }

    Sample run(Script script, int clients, Duration time) throws Exception {
        Process process =
                new ProcessBuilder(command(script, clients, time))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed:\n" + said);
        }
        long done = Long.parseLong(found(DONE, said));
        rows += done;
        counted += script == Script.NO_HOT_ROW ? 0 : done;
        count();
        return Sample.ofRate(script.title(), clients, Double.parseDouble(found(RATE, said)));
    }

    private List<String> command(Script script, int clients, Duration time) {
        return List.of(
                "pgbench",
                "--host=127.0.0.1",
                "--port=" + postgres.port(),
                "--username=" + BenchPostgres.USER,
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + time.toSeconds(),
                "--file=" + file(folder, script),
                house.database());
    }

    private static String found(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench did not say " + pattern + ":\n" + said);
        }
        return matcher.group(1);
    }

    private void count() {
        String counts =
                """
                select (select count(*) from floor.registration),
                    (select count(*) from floor.outbox), (select taken from floor.room)
                """;
        List<Long> right = List.of(rows, rows, counted);
        List<Long> found =
                house.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(counts)
                                                .map(
                                                        (row, _) ->
                                                                List.of(
                                                                        row.getLong(1),
                                                                        row.getLong(2),
                                                                        row.getLong(3)))
                                                .one());
        if (!found.equals(right)) {
            throw new IllegalStateException("not exact: " + found + " instead of " + right);
        }
    }
}
