package io.turnout.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// What `./turnout bench` was told.
record BenchOptions(
        int rounds,
        Duration time,
        List<Integer> connections,
        String results,
        boolean smoke,
        boolean help) {
    static final String USAGE =
            """
            ./turnout bench [options]   measures, and checks that every count is exact

              --rounds N          how often each design is measured (3)
              --seconds N         for how long each time (8)
              --connections A,B   how many connections at once (64,500)
              --results FOLDER    where the figures are written (bench/results)
              --smoke             one short round: for the counts, not the figures
              --help              this text\
            """;

    private static final BenchOptions USUAL =
            new BenchOptions(
                    3, Duration.ofSeconds(8), List.of(64, 500), "bench/results", false, false);

    static BenchOptions of(String[] arguments) {
        BenchOptions options = USUAL;
        for (int i = 0; i < arguments.length; i++) {
            options =
                    switch (arguments[i]) {
                        case "--help" -> options.with(options.rounds, options.time, true);
                        case "--smoke" ->
                                new BenchOptions(
                                        1,
                                        Duration.ofSeconds(2),
                                        options.connections,
                                        options.results,
                                        true,
                                        options.help);
                        default -> options.valued(arguments[i], value(arguments, ++i));
                    };
        }
        return options;
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw new IllegalArgumentException(arguments[i - 1] + " needs a value\n" + USAGE);
        }
        return arguments[i];
    }

    private BenchOptions valued(String name, String value) {
        return switch (name) {
            case "--rounds" -> with(Integer.parseInt(value), time, help);
            case "--seconds" -> with(rounds, Duration.ofSeconds(Long.parseLong(value)), help);
            case "--connections" ->
                    new BenchOptions(
                            rounds,
                            time,
                            Arrays.stream(value.split(",", -1)).map(Integer::valueOf).toList(),
                            results,
                            smoke,
                            help);
            case "--results" -> new BenchOptions(rounds, time, connections, value, smoke, help);
            default -> throw new IllegalArgumentException("no option " + name + "\n" + USAGE);
        };
    }

    private BenchOptions with(int newRounds, Duration newTime, boolean newHelp) {
        return new BenchOptions(newRounds, newTime, connections, results, smoke, newHelp);
    }
}
