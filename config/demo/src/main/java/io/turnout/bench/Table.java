package io.turnout.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The figures of a run: medians over its rounds, their spread, and the ratios that count.
record Table(List<BenchMain.Sample> samples) {
    static final String NOTHING = "validated no-op POST";
    static final String ROWS = "a transaction per registration";
    static final String GROUP = "group commit";
    static final String HOLD = "group commit of holds";
    static final String SOLD_OUT = "sold out";
    private static final List<String> DESIGNS = List.of(NOTHING, ROWS, GROUP, HOLD, SOLD_OUT);
    private static final double P50 = 50;
    private static final double P99 = 99;

    static String line(BenchMain.Sample sample) {
        return String.format(
                Locale.ROOT,
                "%4d connections  %-31s %8.0f/s  p50 %6.1f ms  p99 %6.1f ms  server %5.0f us each",
                sample.connections(),
                sample.design(),
                sample.outcome().perSecond(),
                sample.outcome().millis(P50),
                sample.outcome().millis(P99),
                cpu(sample));
    }

    private static double cpu(BenchMain.Sample sample) {
        Duration each = sample.serverCpu();
        long answers = sample.outcome().created() + sample.outcome().refused();
        return answers == 0 ? 0 : each.toNanos() / 1e3 / answers;
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| connections | design | per second (min to max) | p50 ms | p99 ms |")
                .append(" server CPU, us each |\n| --- | --- | --- | --- | --- | --- |\n");
        for (int connections : connections()) {
            for (String design : DESIGNS) {
                text.append(row(connections, design));
            }
        }
        text.append("\n| ratio of medians | ");
        connections().forEach(c -> text.append(c).append(" connections | "));
        text.append("\n| --- |").append(" --- |".repeat(connections().size())).append('\n');
        ratio(text, GROUP, ROWS);
        ratio(text, GROUP, NOTHING);
        ratio(text, HOLD, NOTHING);
        ratio(text, SOLD_OUT, NOTHING);
        return text.toString();
    }

    private String row(int connections, String design) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %.0f (%.0f to %.0f) | %.1f | %.1f | %.0f |%n",
                connections,
                design,
                median(connections, design, s -> s.outcome().perSecond()),
                values(connections, design, s -> s.outcome().perSecond()).getFirst(),
                values(connections, design, s -> s.outcome().perSecond()).getLast(),
                median(connections, design, s -> s.outcome().millis(P50)),
                median(connections, design, s -> s.outcome().millis(P99)),
                median(connections, design, Table::cpu));
    }

    private void ratio(StringBuilder text, String one, String other) {
        text.append("| ").append(one).append(" ÷ ").append(other).append(" |");
        for (int connections : connections()) {
            text.append(String.format(Locale.ROOT, " %.2f |", ratio(connections, one, other)));
        }
        text.append('\n');
    }

    private double ratio(int connections, String one, String other) {
        return median(connections, one, s -> s.outcome().perSecond())
                / median(connections, other, s -> s.outcome().perSecond());
    }

    private List<Integer> connections() {
        return samples.stream().map(BenchMain.Sample::connections).distinct().sorted().toList();
    }

    private double median(
            int connections, String design, ToDoubleFunction<BenchMain.Sample> figure) {
        List<Double> sorted = values(connections, design, figure);
        return sorted.get(sorted.size() / 2);
    }

    private List<Double> values(
            int connections, String design, ToDoubleFunction<BenchMain.Sample> figure) {
        return samples.stream()
                .filter(s -> s.connections() == connections && s.design().equals(design))
                .map(figure::applyAsDouble)
                .sorted()
                .toList();
    }

    String json() {
        return samples.stream()
                .map(
                        s ->
                                String.format(
                                        Locale.ROOT,
                                        "  {\"design\": \"%s\", \"connections\": %d,"
                                                + " \"perSecond\": %.1f, \"p50Millis\": %.2f,"
                                                + " \"p99Millis\": %.2f, \"created\": %d,"
                                                + " \"refused\": %d, \"serverMicros\": %.1f}",
                                        s.design(),
                                        s.connections(),
                                        s.outcome().perSecond(),
                                        s.outcome().millis(P50),
                                        s.outcome().millis(P99),
                                        s.outcome().created(),
                                        s.outcome().refused(),
                                        cpu(s)))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}
