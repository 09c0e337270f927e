package io.turnout.scenario;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What must hold at the end: `register.p99 <= 60`. Figures are named `phase.kind.figure`, times
/// are milliseconds; a figure that the run has not is a failure, never a pass.
/// Two figures may be compared: `storm.calm.p99 / quiet.calm.p99 <= 1.3`.
public record Expectation(String figure, Comparison comparison, double bound) {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*([A-Za-z0-9._-]+(?: / [A-Za-z0-9._-]+)?)\\s*(<=|>=|=)\\s*([0-9.]+)\\s*");

    /// Reads one line of a scenario's `expect`.
    public static Expectation of(String text) {
        Matcher read = FORM.matcher(text);
        if (!read.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not of the form: figure <= number");
        }
        return new Expectation(
                read.group(1), Comparison.of(read.group(2)), Double.parseDouble(read.group(3)));
    }

    /// How a figure and its bound stand to each other.
    public enum Comparison {
        AT_MOST("<="),
        AT_LEAST(">="),
        EQUAL("=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        static Comparison of(String sign) {
            for (Comparison one : values()) {
                if (one.sign.equals(sign)) {
                    return one;
                }
            }
            throw new IllegalArgumentException(sign);
        }

        boolean holds(double figure, double bound) {
            return switch (this) {
                case AT_MOST -> figure <= bound;
                case AT_LEAST -> figure >= bound;
                case EQUAL -> figure == bound;
            };
        }
    }

    private @Nullable Double found(Map<String, Double> figures) {
        String[] parts = figure.split(" / ", 2);
        Double first = figures.get(parts[0]);
        Double second = parts.length == 1 ? Double.valueOf(1) : figures.get(parts[1]);
        return first == null || second == null || second == 0 ? null : first / second;
    }

    public boolean isMet(Map<String, Double> figures) {
        Double found = found(figures);
        return found != null && comparison.holds(found, bound);
    }

    String told(Map<String, Double> figures) {
        Double found = found(figures);
        return String.format(
                Locale.ROOT,
                "%-6s %s %s %s%s",
                isMet(figures) ? "held" : "BROKEN",
                figure,
                comparison.sign,
                Table.number(bound),
                found == null ? ", but no such figure was measured" : ": " + Table.number(found));
    }
}
