package io.turnout.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the page of a report shows, ready to be printed: words, and the paths of its plots.
public record ReportSheet(
        String name,
        String why,
        String when,
        boolean holds,
        List<String> verdicts,
        List<Plot> plots,
        @Nullable Fleet fleet,
        List<Row> rows) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 120;

    public ReportSheet {
        verdicts = List.copyOf(verdicts);
        plots = List.copyOf(plots);
        rows = List.copyOf(rows);
    }

    /// A plot of one kind of traffic in one phase.
    ///
    /// @param yes the line of yeses a second, `p99` that of the 99th percentile; both as points of
    ///     an SVG polyline, each in its own scale, whose ends the page prints
    public record Plot(
            String title, String yes, String p99, long yesMax, double millisMax, int seconds) {}

    /// How many instances were wanted and took visitors over the whole run; points of polylines.
    public record Fleet(String wanted, String ready, int most, long seconds) {
        static @Nullable Fleet of(List<OwnFleet.Sample> samples) {
            if (samples.isEmpty()) {
                return null;
            }
            double last = Math.max(1, samples.getLast().second());
            int most = samples.stream().mapToInt(Fleet::larger).max().orElse(1);
            StringBuilder wanted = new StringBuilder();
            StringBuilder ready = new StringBuilder();
            for (OwnFleet.Sample one : samples) {
                double x = one.second() / last * WIDTH;
                point(wanted, x, one.wanted() / (double) Math.max(1, most));
                point(ready, x, one.ready() / (double) Math.max(1, most));
            }
            return new Fleet(wanted.toString(), ready.toString(), most, Math.round(last));
        }

        private static int larger(OwnFleet.Sample one) {
            return Math.max(one.wanted(), one.ready());
        }
    }

    /// One figure and its value.
    public record Row(String figure, String value) {}

    static ReportSheet of(Report report) {
        List<Plot> plots = new ArrayList<>();
        for (PhaseRun.Result phase : report.phases()) {
            phase.traffic()
                    .forEach(
                            (what, figures) ->
                                    plots.add(
                                            plot(
                                                    phase.phase().name(),
                                                    what,
                                                    figures.secondBySecond())));
        }
        return new ReportSheet(
                report.scenario().name(),
                report.scenario().why(),
                report.when(),
                report.holds(),
                report.scenario().expect().stream().map(one -> one.told(report.figures())).toList(),
                plots,
                Fleet.of(report.fleet()),
                report.figures().entrySet().stream().map(ReportSheet::row).toList());
    }

    private static Row row(Map.Entry<String, Double> figure) {
        return new Row(figure.getKey(), Table.number(figure.getValue()));
    }

    private static Plot plot(String phase, String what, List<Seconds.Second> seconds) {
        int last = seconds.stream().mapToInt(Seconds.Second::second).max().orElse(0);
        long most = seconds.stream().mapToLong(Seconds.Second::yes).max().orElse(1);
        double slowest = seconds.stream().mapToDouble(Seconds.Second::p99).max().orElse(1);
        StringBuilder yes = new StringBuilder();
        StringBuilder p99 = new StringBuilder();
        for (Seconds.Second one : seconds) {
            double x = (double) one.second() / Math.max(1, last) * WIDTH;
            point(yes, x, one.yes() / (double) Math.max(1, most));
            point(p99, x, one.p99() / Math.max(1, slowest));
        }
        return new Plot(
                phase + ": " + what, yes.toString(), p99.toString(), most, slowest, last + 1);
    }

    private static void point(StringBuilder line, double x, double part) {
        line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, HEIGHT - part * HEIGHT));
    }
}
