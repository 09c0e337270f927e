package io.turnout.demo;

import io.turnout.domain.rollout.Drift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How soon each kind of edit by hand was found, and under whose name: printed, and kept as
/// `target/drift.md`.
final class DriftTable {
    private static final List<String> ROWS = new ArrayList<>();

    private DriftTable() {}

    static void add(String edit, Duration taken, Drift drift) {
        ROWS.add(
                "| %s | %d ms | %s | %s | %s |%n"
                        .formatted(
                                edit,
                                taken.toMillis(),
                                drift.author(),
                                drift.what(),
                                drift.off().isPresent() ? "honoured" : "taken back"));
    }

    static void print() throws IOException {
        String table =
                """
                | by hand at the server | found after | author | the server's word | resolution |
                | --- | --- | --- | --- | --- |
                %s\
                """
                        .formatted(String.join("", ROWS));
        System.out.print(table);
        var _ = Files.writeString(Path.of("target", "drift.md"), table);
    }
}
