package io.turnout.scenario;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/// What was measured of one kind of traffic in one phase: outcomes, and how long they took from
/// the moment they were due, second by second too.
final class Figures {
    private static final long TENTHS_MAX = 6_000_000;
    private static final int DIGITS = 3;

    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, LongAdder> reasons = new ConcurrentHashMap<>();
    private final ConcurrentHistogram tenths = new ConcurrentHistogram(TENTHS_MAX, DIGITS);
    private final ConcurrentHistogram late = new ConcurrentHistogram(TENTHS_MAX, DIGITS);
    private final Seconds seconds;

    /// @param lasts how long requests are sent
    /// @param normal within which time an answer is no trouble
    Figures(Duration lasts, Duration normal) {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
        this.seconds = new Seconds(lasts, normal);
    }

    /// @param due how long after the start of the phase it was due
    void add(Answer answer, Duration due, Duration took) {
        count(answer.outcome()).increment();
        if (answer.outcome() == Outcome.YES) {
            tenths.recordValue(tenths(took));
        } else {
            reasons.computeIfAbsent(answer.reason(), _ -> new LongAdder()).increment();
        }
        seconds.add(answer.outcome(), due, took);
    }

    /// How long after it was due a request began: what the generator itself adds to every time.
    void late(Duration by) {
        late.recordValue(tenths(by));
    }

    private static long tenths(Duration time) {
        return Math.clamp(time.toNanos() / 100_000, 0, TENTHS_MAX);
    }

    private LongAdder count(Outcome outcome) {
        return Objects.requireNonNull(outcomes.get(outcome));
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

    double millisLate(double percentile) {
        return late.getValueAtPercentile(percentile) / 10.0;
    }

    /// Why others than yes were said, with how often.
    Map<String, Long> reasons() {
        Map<String, Long> told = new java.util.TreeMap<>();
        reasons.forEach((why, count) -> told.put(why, count.sum()));
        return told;
    }

    Seconds seconds() {
        return seconds;
    }

    List<Seconds.Second> secondBySecond() {
        return seconds.all();
    }
}
