package io.turnout.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The figures of a part: medians over its rounds, their spread, and the ratios that count.
record Table(List<Sample> samples, List<Ratio> ratios) {
    private static final int COLUMNS = 8;

    Table {
        samples = List.copyOf(samples);
        ratios = List.copyOf(ratios);
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| connections | design | per second (min to max) | p50 ms | p99 ms |")
                .append(" server CPU, us each | PostgreSQL CPU, us each | WAL, bytes each |\n")
                .append("| --- |")
                .append(" --- |".repeat(COLUMNS - 1))
                .append('\n');
        for (int connections : connections(samples)) {
            samples.stream()
                    .filter(sample -> sample.connections() == connections)
                    .map(Sample::design)
                    .distinct()
                    .forEach(design -> text.append(row(connections, design)));
        }
        return text.append('\n').append(quotients()).toString();
    }

    private String row(int connections, String design) {
        List<Double> rates = values(connections, design, Sample::perSecond);
        return "| %d | %s | %s (%s to %s) | %s | %s | %s | %s | %s |%n"
                .formatted(
                        connections,
                        design,
                        shown("%.0f", median(rates)),
                        shown("%.0f", rates.getFirst()),
                        shown("%.0f", rates.getLast()),
                        shown("%.1f", median(connections, design, Sample::p50Millis)),
                        shown("%.1f", median(connections, design, Sample::p99Millis)),
                        shown("%.0f", median(connections, design, Sample::serverMicros)),
                        shown("%.0f", median(connections, design, Sample::databaseMicros)),
                        shown("%.0f", median(connections, design, Sample::walBytes)));
    }

    private String quotients() {
        List<Integer> columns =
                connections(
                        samples.stream()
                                .filter(s -> ratios.stream().anyMatch(r -> isUpper(r, s)))
                                .toList());
        StringBuilder text = new StringBuilder("| ratio of medians |");
        columns.forEach(c -> text.append(' ').append(c).append(" connections |"));
        text.append("\n| --- |").append(" --- |".repeat(columns.size())).append('\n');
        for (Ratio ratio : ratios) {
            text.append("| ").append(ratio.name()).append(" |");
            columns.forEach(
                    c -> text.append(' ').append(shown("%.2f", value(ratio, c))).append(" |"));
            text.append('\n');
        }
        return text.toString();
    }

    private static boolean isUpper(Ratio ratio, Sample sample) {
        return ratio.upper().equals(sample.design());
    }

    private double value(Ratio ratio, int connections) {
        double lower =
                ratio.toBest()
                        ? best(ratio.lower(), ratio.figure())
                        : median(connections, ratio.lower(), ratio.figure());
        return median(connections, ratio.upper(), ratio.figure()) / lower;
    }

    private double best(String design, ToDoubleFunction<Sample> figure) {
        return connections(samples).stream()
                .mapToDouble(connections -> median(connections, design, figure))
                .filter(median -> !Double.isNaN(median))
                .max()
                .orElse(Double.NaN);
    }

    private static List<Integer> connections(List<Sample> samples) {
        return samples.stream().map(Sample::connections).distinct().sorted().toList();
    }

    private double median(int connections, String design, ToDoubleFunction<Sample> figure) {
        return median(values(connections, design, figure));
    }

    private static double median(List<Double> sorted) {
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private List<Double> values(int connections, String design, ToDoubleFunction<Sample> figure) {
        return samples.stream()
                .filter(s -> s.connections() == connections && s.design().equals(design))
                .map(figure::applyAsDouble)
                .sorted()
                .toList();
    }

    /// A dash for what was not measured.
    private static String shown(String format, double figure) {
        return Double.isNaN(figure) ? "–" : String.format(Locale.ROOT, format, figure);
    }

    String json(String part) {
        return samples.stream()
                .map(sample -> "  " + sample.json(part))
                .collect(Collectors.joining(",\n"));
    }
}
