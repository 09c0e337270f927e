package io.turnout.demo.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The last two minutes, as two lines: what was kept, and what has been sent.
final class Trail {
    private static final int POINTS = 240;
    private static final double WIDTH = 600;
    private static final double HEIGHT = 120;

    private final Deque<Point> points = new ArrayDeque<>();

    synchronized void add(Moment moment) {
        Moment.Totals totals = moment.totals();
        points.addLast(new Point(totals.kept(), totals.sent(), moment.stoppedUntil().isPresent()));
        if (points.size() > POINTS) {
            points.removeFirst();
        }
    }

    synchronized Chart chart() {
        List<Point> all = List.copyOf(points);
        if (all.isEmpty()) {
            return new Chart("", "", List.of(), 0, 0);
        }
        long low = all.getFirst().sent();
        long high = Math.max(low + 1, all.getLast().kept());
        return new Chart(
                line(all, Point::kept, low, high),
                line(all, Point::sent, low, high),
                outages(all),
                all.getLast().kept() - all.getFirst().kept(),
                all.getLast().sent() - all.getFirst().sent());
    }

    private static String line(List<Point> all, ToLongFunction<Point> of, long low, long high) {
        return IntStream.range(0, all.size())
                .mapToObj(
                        i -> {
                            double part =
                                    (of.applyAsLong(all.get(i)) - low) / (double) (high - low);
                            double y = HEIGHT - Math.clamp(part, 0, 1) * HEIGHT;
                            return String.format(Locale.ROOT, "%.1f,%.1f", x(i, all.size()), y);
                        })
                .collect(Collectors.joining(" "));
    }

    /// The newest point stands at the right edge.
    private static double x(int i, int size) {
        return WIDTH - (size - 1 - i) * WIDTH / (POINTS - 1);
    }

    private static List<Band> outages(List<Point> all) {
        Deque<Band> bands = new ArrayDeque<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).stopped()) {
                boolean goesOn = i > 0 && all.get(i - 1).stopped();
                double from = goesOn ? bands.removeLast().x() : x(i, all.size());
                bands.addLast(new Band(from, x(i, all.size()) - from + 1));
            }
        }
        return List.copyOf(bands);
    }

    private record Point(long kept, long sent, boolean stopped) {}

    /// A stretch of time in which Salesforce was stopped.
    public record Band(double x, double width) {
        public String from() {
            return String.format(Locale.ROOT, "%.1f", x);
        }

        public String across() {
            return String.format(Locale.ROOT, "%.1f", width);
        }
    }

    /// Points of two SVG lines, and how many were kept and sent meanwhile.
    public record Chart(
            String kept, String sent, List<Band> outages, long newlyKept, long newlySent) {}
}
