package io.turnout.scenario;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/// What was measured of one kind of traffic in one phase: outcomes, and how long they took from
/// the moment they were due, second by second too.
final class Figures {
    private static final long MILLIS_MAX = 600_000;
    private static final int DIGITS = 3;
    private static final int DIGITS_OF_A_SECOND = 2;

    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, LongAdder> reasons = new ConcurrentHashMap<>();
    private final ConcurrentHistogram tenths = new ConcurrentHistogram(10 * MILLIS_MAX, DIGITS);
    private final Map<Integer, ConcurrentHistogram> seconds = new ConcurrentSkipListMap<>();

    Figures() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /// @param due how long after the start of the phase it was due
    void add(Answer answer, Duration due, Duration took) {
        long value = Math.min(10 * MILLIS_MAX, Math.max(0, took.toNanos() / 100_000));
        count(answer.outcome()).increment();
        if (answer.outcome() != Outcome.YES) {
            reasons.computeIfAbsent(answer.reason(), _ -> new LongAdder()).increment();
        }
        if (answer.outcome() == Outcome.YES) {
            tenths.recordValue(value);
            seconds.computeIfAbsent(
                            (int) due.toSeconds(),
                            _ -> new ConcurrentHistogram(10 * MILLIS_MAX, DIGITS_OF_A_SECOND))
                    .recordValue(value);
        }
    }

    private LongAdder count(Outcome outcome) {
        return java.util.Objects.requireNonNull(outcomes.get(outcome));
    }

    long of(Outcome outcome) {
        return count(outcome).sum();
    }

    long sent() {
        return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    double millis(double percentile) {
        return tenths.getValueAtPercentile(percentile) / 10.0;
    }

    /// Why others than yes were said, with how often.
    Map<String, Long> reasons() {
        Map<String, Long> told = new java.util.TreeMap<>();
        reasons.forEach((why, count) -> told.put(why, count.sum()));
        return told;
    }

    /// One second of the phase: how many yeses, and their median and 99th percentile.
    record Second(int second, long yes, double p50, double p99) {}

    List<Second> seconds() {
        return seconds.entrySet().stream()
                .map(
                        one ->
                                new Second(
                                        one.getKey(),
                                        one.getValue().getTotalCount(),
                                        one.getValue().getValueAtPercentile(50) / 10.0,
                                        one.getValue().getValueAtPercentile(99) / 10.0))
                .toList();
    }
}
