package io.turnout.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// `./turnout bench`: measures designs against each other in one run, on this machine, interleaved
/// and repeated, and counts the rows after every one of them.
public final class BenchMain {
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final BenchOptions options;
    private final PrintStream out;
    private final List<Sample> samples = new ArrayList<>();
    private long kept;
    private long held;

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

    /// One design under one load.
    record Sample(String design, int connections, Load.Outcome outcome, Duration serverCpu) {}

    private record Design(String name, Server server, String path, LongFunction<String> body) {}

    void run() throws Exception {
        Path folder = Files.createTempDirectory("turnout-bench");
        out.println("Starting PostgreSQL and two servers ...");
        try (BenchHouse house = new BenchHouse(folder);
                Server ours =
                        Server.start(BenchApplication.class, house.settings("group"), List.of());
                Server rows =
                        Server.start(
                                BenchApplication.class,
                                house.settings("rows"),
                                List.of("-D" + BenchApplication.ROW_BY_ROW + "=true"))) {
            String hot = Bodies.path(Bodies.HOT);
            List<Design> designs =
                    List.of(
                            new Design(
                                    Table.NOTHING,
                                    ours,
                                    BenchApplication.Nothing.PATH,
                                    Bodies::hot),
                            new Design(Table.ROWS, rows, hot, Bodies::hot),
                            new Design(Table.GROUP, ours, hot, Bodies::hot),
                            new Design(Table.HOLD, ours, Bodies.holds(Bodies.HOT), Bodies::held),
                            new Design(
                                    Table.SOLD_OUT, ours, Bodies.path(Bodies.FULL), Bodies::full));
            out.println("Warming up for " + warmUp().toSeconds() + " s a design ...");
            for (Design design : designs) {
                var _ = measure(house, design, 64, warmUp());
            }
            for (int round = 1; round <= options.rounds(); round++) {
                for (int connections : options.connections()) {
                    for (Design design : designs) {
                        samples.add(measure(house, design, connections, options.time()));
                        out.println("round " + round + "  " + Table.line(samples.getLast()));
                    }
                }
            }
        }
        Table table = new Table(samples);
        out.println();
        out.println(table.markdown());
        out.println(
                "Exact after every run: rows = owed = taken = %d, and %d held, at the end."
                        .formatted(kept, held));
        Path file = Path.of(options.results(), LocalDate.now(ZoneOffset.UTC) + ".json");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table.json());
        out.println("Written to " + file);
    }

    private Duration warmUp() {
        return options.smoke() ? options.time() : WARM_UP;
    }

    private Sample measure(BenchHouse house, Design design, int connections, Duration time)
            throws Exception {
        Bodies.nextRound();
        Duration before = design.server().cpu();
        Load load = new Load(design.server().address(), design.path());
        Load.Outcome outcome = load.run(connections, time, design.body());
        Duration cpu = design.server().cpu().minus(before);
        if (!outcome.failed().isEmpty()) {
            throw new IllegalStateException("neither yes nor no, by status: " + outcome.failed());
        }
        if (outcome.later() > 0 && !design.name().equals(Table.ROWS)) {
            throw new IllegalStateException(design.name() + " turned away " + outcome.later());
        }
        switch (design.name()) {
            case Table.NOTHING -> {}
            case Table.HOLD -> held += outcome.created();
            default -> kept += outcome.created();
        }
        BenchHouse.Counts counts = house.counts();
        if (!counts.areAll(kept, held)) {
            throw new IllegalStateException(
                    "not exact: %d registered and %d held, but %s".formatted(kept, held, counts));
        }
        return new Sample(design.name(), connections, outcome, cpu);
    }
}
