package io.turnout.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// `./turnout bench`: measures designs against each other in one run, on this machine, interleaved
/// and repeated, and counts the rows after every one of them.
public final class BenchMain {
    private final BenchOptions options;
    private final PrintStream out;

    BenchMain(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BenchOptions options = BenchOptions.of(arguments);
        if (options.help()) {
            out.println(BenchOptions.USAGE);
            return;
        }
        new BenchMain(options, out).run();
        System.exit(0);
    }

    void run() throws Exception {
        Path folder = Files.createTempDirectory("turnout-bench");
        List<String> figures = new ArrayList<>();
        out.println("Starting PostgreSQL ...");
        try (BenchPostgres postgres = new BenchPostgres(folder)) {
            for (String part : options.parts()) {
                try (Bench bench = new Bench(options, out, postgres, folder)) {
                    Table table = measured(part, bench);
                    out.println("\n" + table.markdown());
                    out.println(
                            "Exact after every run: rows = owed = taken = %d, and %d held.%n"
                                    .formatted(bench.registered(), bench.held()));
                    figures.add(table.json(part));
                }
            }
        }
        Path file = Path.of(options.results(), LocalDate.now(ZoneOffset.UTC) + ".json");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "[\n" + String.join(",\n", figures) + "\n]\n");
        out.println("Written to " + file);
    }

    private static Table measured(String part, Bench bench) throws Exception {
        return switch (part) {
            case BenchOptions.HOT -> HotEvent.run(bench);
            case BenchOptions.INSTANCES -> ManyEvents.run(bench);
            case BenchOptions.ROWS -> ManyRows.run(bench);
            case BenchOptions.LINKS -> ManyLinks.run(bench);
            default -> throw new IllegalArgumentException("no part " + part);
        };
    }
}
