package io.turnout.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/// A kind of traffic, second by second: what was due in a second, and how many had their yes in it.
final class Seconds {
    private static final int TENTHS_MAX = 6_000_000;
    private static final int DIGITS = 2;
    private static final int WINDOW = 10;

    /// Of those due in a second, one in so many may take longer than normal.
    private static final int TWENTY = 20;

    private final Duration lasts;
    private final Duration normal;
    private final Map<Integer, Tally> tallies = new ConcurrentSkipListMap<>();

    Seconds(Duration lasts, Duration normal) {
        this.lasts = lasts;
        this.normal = normal;
    }

    private static final class Tally {
        private final LongAdder yes = new LongAdder();
        private final LongAdder sent = new LongAdder();
        private final LongAdder trouble = new LongAdder();
        private final LongAdder slow = new LongAdder();
        private final ConcurrentHistogram tenths = new ConcurrentHistogram(TENTHS_MAX, DIGITS);
    }

    void add(Outcome outcome, Duration due, Duration took) {
        Tally asked = tally(due);
        asked.sent.increment();
        if (outcome == Outcome.YES) {
            tally(due.plus(took)).yes.increment();
            asked.tenths.recordValue(Math.clamp(took.toNanos() / 100_000, 0, TENTHS_MAX));
        }
        if (outcome == Outcome.LATER || outcome == Outcome.FAILED) {
            asked.trouble.increment();
        } else if (took.compareTo(normal) > 0) {
            asked.slow.increment();
        }
    }

    private Tally tally(Duration when) {
        return tallies.computeIfAbsent((int) when.toSeconds(), _ -> new Tally());
    }

    /// One second of the phase: how many had their yes in it, and the median and the 99th
    /// percentile of those that were due in it.
    record Second(int second, long yes, double p50, double p99) {}

    List<Second> all() {
        return tallies.entrySet().stream()
                .map(
                        one ->
                                new Second(
                                        one.getKey(),
                                        one.getValue().yes.sum(),
                                        one.getValue().tenths.getValueAtPercentile(50) / 10.0,
                                        one.getValue().tenths.getValueAtPercentile(99) / 10.0))
                .toList();
    }

    /// Yeses a second while the phase lasted, however late the others came.
    double perSecond() {
        return yes(0, length()) / (double) Math.max(1, length());
    }

    /// The same in the worst ten seconds.
    double leastPerSecond() {
        long least = yes(0, Math.min(WINDOW, length()));
        for (int from = 1; from + WINDOW <= length(); from++) {
            least = Math.min(least, yes(from, from + WINDOW));
        }
        return least / (double) Math.clamp(length(), 1, WINDOW);
    }

    private int length() {
        return (int) lasts.toSeconds();
    }

    private long yes(int from, int to) {
        long all = 0;
        for (int second = from; second < to; second++) {
            Tally tally = tallies.get(second);
            all += tally == null ? 0 : tally.yes.sum();
        }
        return all;
    }

    /// The second from which on nobody was sent away, and nineteen of twenty had a normal answer.
    int settled() {
        int settled = 0;
        for (Map.Entry<Integer, Tally> one : tallies.entrySet()) {
            Tally tally = one.getValue();
            if (tally.trouble.sum() > 0 || tally.slow.sum() * TWENTY > tally.sent.sum()) {
                settled = one.getKey() + 1;
            }
        }
        return settled;
    }
}
