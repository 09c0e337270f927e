package io.turnout.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What `./turnout bench` was told.
record BenchOptions(
        List<String> parts,
        int rounds,
        Duration time,
        List<Integer> connections,
        List<Integer> instances,
        List<Integer> scale,
        int links,
        String redis,
        String results,
        boolean smoke,
        boolean help) {
    static final String HOT = "hot";
    static final String INSTANCES = "instances";
    static final String ROWS = "rows";
    static final String LINKS = "links";
    static final String USAGE =
            """
            ./turnout bench [PART...] [options]   measures, and checks that every count is exact

              hot                 one event that everybody wants: designs, and pgbench where it is
                                  on the PATH (about 9 minutes)
              instances           100 events on one instance, and on several (about 3 minutes)
              rows                a registration beside few rows, and beside many (about 5 minutes)
              links               links that are uploaded, and links that are opened (about 5
                                  minutes)

            All of them where none is named. Times are those of two cores and these defaults:

              --rounds N          how often each is measured (3)
              --seconds N         for how long each time (8)
              --connections A,B   how many connections at once (64,500); only the last of them
                                  where it is not about that
              --instances A,B     how many instances share the 100 events (1,2)
              --scale A,B         beside how many registrations (10000,1000000); each million takes
                                  1.5 GB of disk and up to three minutes to fill in
              --links N           how many links an upload brings (500000)
              --redis URL         a Redis that servers have behind their memory of links (none)
              --results FOLDER    where the figures are written (bench/results)
              --smoke             one round of a second each: for the counts, not the figures
              --help              this text\
            """;

    private static final List<String> PARTS = List.of(HOT, INSTANCES, ROWS, LINKS);
    private static final String SMOKE = "--smoke";
    private static final String HELP = "--help";

    private static final Map<String, String> USUAL =
            Map.of(
                    "--rounds", "3",
                    "--seconds", "8",
                    "--connections", "64,500",
                    "--instances", "1,2",
                    "--scale", "10000,1000000",
                    "--links", "500000",
                    "--redis", "",
                    "--results", "bench/results");
    private static final Map<String, String> SHORT =
            Map.of("--rounds", "1", "--seconds", "1", "--scale", "1000,3000", "--links", "3000");

    BenchOptions {
        parts = List.copyOf(parts);
        connections = List.copyOf(connections);
        instances = List.copyOf(instances);
        scale = List.copyOf(scale);
    }

    static BenchOptions of(String[] arguments) {
        List<String> parts = new ArrayList<>();
        Set<String> flags = new HashSet<>();
        Map<String, String> told = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            if (PARTS.contains(word)) {
                parts.add(word);
            } else if (word.equals(SMOKE) || word.equals(HELP)) {
                flags.add(word);
            } else if (USUAL.containsKey(word)) {
                told.put(word, value(arguments, ++i));
            } else {
                throw new IllegalArgumentException("no option " + word + "\n" + USAGE);
            }
        }
        Map<String, String> values = new HashMap<>(USUAL);
        if (flags.contains(SMOKE)) {
            values.putAll(SHORT);
        }
        values.putAll(told);
        return new BenchOptions(
                parts.isEmpty() ? PARTS : parts,
                numbers(values, "--rounds").getFirst(),
                Duration.ofSeconds(numbers(values, "--seconds").getFirst()),
                numbers(values, "--connections"),
                numbers(values, "--instances"),
                numbers(values, "--scale"),
                numbers(values, "--links").getFirst(),
                values.getOrDefault("--redis", ""),
                values.getOrDefault("--results", ""),
                flags.contains(SMOKE),
                flags.contains(HELP));
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw new IllegalArgumentException(arguments[i - 1] + " needs a value\n" + USAGE);
        }
        return arguments[i];
    }

    /// Above zero and growing, so that the last is the most.
    private static List<Integer> numbers(Map<String, String> values, String name) {
        List<Integer> numbers =
                Arrays.stream(values.getOrDefault(name, "").split(",", -1))
                        .map(Integer::valueOf)
                        .sorted()
                        .toList();
        if (numbers.getFirst() < 1) {
            throw new IllegalArgumentException(name + " is above zero");
        }
        return numbers;
    }
}
