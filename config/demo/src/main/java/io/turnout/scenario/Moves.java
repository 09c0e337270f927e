package io.turnout.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/// The moves of a run, as they ended.
final class Moves {
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final long MILLIS_MAX = 600_000;
    private static final int DIGITS = 3;

    private final List<Move> all = new ArrayList<>();

    /// One of them.
    ///
    /// @param trouble what happened in the middle of it, and `during` which phase that was; empty
    ///     when the move had ended before
    /// @param end `moved`, `stayed` with the reason, or `unknown`
    /// @param pauseMillis for how long nobody could write; 0 where it did not move
    /// @param tookMillis how long it was on its way, from when it was asked for
    record Move(Trouble trouble, String during, String end, long pauseMillis, long tookMillis) {
        boolean moved() {
            return end.equals("moved");
        }
    }

    synchronized void add(Move move) {
        all.add(move);
    }

    synchronized List<Move> all() {
        return List.copyOf(all);
    }

    /// `moves.asked`, `moves.moved`, `moves.stayed`, `moves.unknown` and the pauses of those that
    /// moved, in all and by what happened in the middle. Nothing where nothing was to move.
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        List<Move> moves = all();
        if (!moves.isEmpty()) {
            put(figures, "moves.", moves);
            byTrouble(moves)
                    .forEach(
                            (trouble, some) -> put(figures, "moves." + trouble.word() + ".", some));
        }
        return figures;
    }

    private static Map<Trouble, List<Move>> byTrouble(List<Move> moves) {
        Map<Trouble, List<Move>> some = new LinkedHashMap<>();
        for (Trouble trouble : Trouble.values()) {
            List<Move> these = moves.stream().filter(one -> one.trouble() == trouble).toList();
            if (!these.isEmpty()) {
                some.put(trouble, these);
            }
        }
        return some;
    }

    private static void put(Map<String, Double> figures, String name, List<Move> moves) {
        Histogram pauses = pauses(moves);
        long moved = moves.stream().filter(Move::moved).count();
        long unknown = moves.stream().filter(one -> one.end().equals("unknown")).count();
        figures.put(name + "asked", (double) moves.size());
        figures.put(name + "moved", (double) moved);
        figures.put(name + "stayed", (double) (moves.size() - moved - unknown));
        figures.put(name + "unknown", (double) unknown);
        figures.put(name + "pause.p50", (double) pauses.getValueAtPercentile(P50));
        figures.put(name + "pause.p99", (double) pauses.getValueAtPercentile(P99));
        figures.put(name + "pause.max", (double) pauses.getMaxValue());
    }

    private static Histogram pauses(List<Move> moves) {
        Histogram pauses = new Histogram(MILLIS_MAX, DIGITS);
        moves.stream()
                .filter(Move::moved)
                .forEach(one -> pauses.recordValue(Math.min(one.pauseMillis(), MILLIS_MAX)));
        return pauses;
    }

    /// A row for each trouble: how many moves, where it hit them, how they ended, and the pauses.
    String markdown() {
        List<Move> moves = all();
        if (moves.isEmpty()) {
            return "";
        }
        StringBuilder text =
                new StringBuilder(
                        """
                        | in the middle | moves | moved | stayed | pause p50 ms | p99 | max | when |
                        | --- | --- | --- | --- | --- | --- | --- | --- |
                        """);
        byTrouble(moves).forEach((trouble, some) -> text.append(row(trouble, some)));
        return text.append('\n').toString();
    }

    private static String row(Trouble trouble, List<Move> moves) {
        Histogram pauses = pauses(moves);
        Map<String, Long> during = new LinkedHashMap<>();
        Map<String, Long> ends = new LinkedHashMap<>();
        for (Move move : moves) {
            if (!move.during().isEmpty()) {
                var _ = during.merge(move.during(), 1L, Long::sum);
            }
            if (!move.moved()) {
                var _ = ends.merge(move.end(), 1L, Long::sum);
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %d | %d | %d | %s |%n",
                trouble.word(),
                moves.size(),
                moves.stream().filter(Move::moved).count(),
                ends.isEmpty() ? "0" : told(ends),
                pauses.getValueAtPercentile(P50),
                pauses.getValueAtPercentile(P99),
                pauses.getMaxValue(),
                told(during));
    }

    private static String told(Map<String, Long> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((what, count) -> parts.add(what + " " + Objects.requireNonNull(count)));
        return String.join(", ", parts);
    }
}
