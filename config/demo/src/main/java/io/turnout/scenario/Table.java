package io.turnout.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The figures of a run by name, and as a table to read.
final class Table {
    private static final double P50 = 50;
    private static final double P95 = 95;
    private static final double P99 = 99;
    private static final int COLUMNS = 13;
    private static final double WHOLE = 1e-9;
    private static final double MILLIS = 1_000;

    private Table() {}

    static String number(double value) {
        return Math.abs(value - Math.rint(value)) < WHOLE
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(
                        Locale.ROOT,
                        Math.abs(value) < 1 ? "%.4f" : Math.abs(value) < 10 ? "%.2f" : "%.1f",
                        value);
    }

    static Map<String, Double> figures(List<PhaseRun.Result> phases) {
        Map<String, Double> all = new LinkedHashMap<>();
        for (PhaseRun.Result phase : phases) {
            String name = phase.phase().name() + ".";
            phase.traffic().forEach((what, figures) -> put(all, name + what + ".", figures));
            phase.drained()
                    .ifPresent(time -> all.put(name + "drainSeconds", time.toMillis() / MILLIS));
            phase.calls().ifPresent(calls -> put(all, name, phase, calls));
        }
        return all;
    }

    private static void put(Map<String, Double> all, String name, Figures figures) {
        all.put(name + "sent", (double) figures.sent());
        all.put(name + "yes", (double) figures.of(Outcome.YES));
        all.put(name + "no", (double) figures.of(Outcome.NO));
        all.put(name + "later", (double) figures.of(Outcome.LATER));
        all.put(name + "failed", (double) figures.of(Outcome.FAILED));
        all.put(name + "p50", figures.millis(P50));
        all.put(name + "p95", figures.millis(P95));
        all.put(name + "p99", figures.millis(P99));
        all.put(name + "max", figures.millis(100));
        all.put(name + "late.p50", figures.millisLate(P50));
        all.put(name + "late.p99", figures.millisLate(P99));
        all.put(name + "perSecond", figures.seconds().perSecond());
        all.put(name + "leastPerSecond", figures.seconds().leastPerSecond());
        all.put(name + "settledSeconds", (double) figures.seconds().settled());
    }

    private static void put(
            Map<String, Double> all, String name, PhaseRun.Result phase, Salesforce.Calls calls) {
        all.put(name + "calls.attendees", (double) calls.attendees());
        all.put(name + "calls.counts", (double) calls.counts());
        all.put(name + "calls.others", (double) calls.others());
        Figures registered = phase.traffic().get("register");
        if (registered != null && registered.of(Outcome.YES) > 0) {
            double people = registered.of(Outcome.YES);
            all.put(name + "calls.perRegistration", calls.attendees() / people);
            all.put(name + "calls.withCounts", (calls.attendees() + calls.counts()) / people);
        }
    }

    /// A row for each kind of traffic of each phase.
    static String markdown(List<PhaseRun.Result> phases) {
        StringBuilder text = new StringBuilder();
        text.append(
                        "| phase | traffic | sent | yes | yes/s | no | later | failed | p50 ms |"
                                + " p99 ms |")
                .append(" max ms | calls: attendees + counts | drained s |\n")
                .append("| --- ".repeat(COLUMNS))
                .append("|\n");
        phases.forEach(phase -> text.append(rows(phase)));
        return text.toString();
    }

    static String rows(PhaseRun.Result phase) {
        StringBuilder text = new StringBuilder();
        phase.traffic().forEach((what, figures) -> text.append(row(phase, what, figures)));
        return text.toString();
    }

    private static String row(PhaseRun.Result phase, String what, Figures figures) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.1f | %d | %d | %d | %.1f | %.1f | %.1f | %s | %s |%n",
                phase.phase().name(),
                what,
                figures.sent(),
                figures.of(Outcome.YES),
                figures.seconds().perSecond(),
                figures.of(Outcome.NO),
                figures.of(Outcome.LATER),
                figures.of(Outcome.FAILED),
                figures.millis(P50),
                figures.millis(P99),
                figures.millis(100),
                phase.calls()
                        .map(calls -> calls.attendees() + " + " + calls.counts())
                        .orElse("not looked at"),
                phase.drained().map(time -> number(time.toMillis() / MILLIS)).orElse("-"));
    }
}
