package io.turnout.domain.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How the orgs of a wave fare, beside those that were not reached yet.
///
/// @param requests how many of the wave's were seen
/// @param controlRequests how many of the others
/// @param newest when the last of it was measured
public record WaveHealth(
        List<Tile> tiles, long requests, long controlRequests, Optional<Instant> newest) {
    public WaveHealth {
        tiles = List.copyOf(tiles);
    }

    public static WaveHealth of(Guard guard, Figures wave, Figures control) {
        boolean seen = wave.requests() >= guard.sample();
        boolean compared = control.requests() >= guard.sample();
        double errorsMax = guard.errorRate() + (compared ? control.errorRate() : 0);
        boolean timed = compared && control.latency() > 0;
        double latencyMax = timed ? control.latency() * guard.latencyRatio() : 0;
        return new WaveHealth(
                List.of(
                        new Tile(
                                Tile.Measure.ERROR_RATE,
                                wave.errorRate(),
                                shown(compared, control.errorRate()),
                                errorsMax,
                                verdict(seen, wave.errorRate() <= errorsMax)),
                        new Tile(
                                Tile.Measure.LATENCY_MILLIS,
                                wave.latency(),
                                shown(timed, control.latency()),
                                latencyMax,
                                verdict(seen && timed, wave.latency() <= latencyMax)),
                        new Tile(
                                Tile.Measure.BACKLOG_SECONDS,
                                seconds(wave.backlog()),
                                OptionalDouble.of(seconds(control.backlog())),
                                seconds(guard.backlog()),
                                verdict(true, backlogIsGood(guard, wave, control))),
                        new Tile(
                                Tile.Measure.BUDGET_USED,
                                wave.budget(),
                                OptionalDouble.of(control.budget()),
                                guard.budget(),
                                verdict(true, wave.budget() <= guard.budget()))),
                wave.requests(),
                control.requests(),
                wave.newest());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    /// Where others wait as long, it is not the wave's doing.
    private static boolean backlogIsGood(Guard guard, Figures wave, Figures control) {
        return wave.backlog().compareTo(guard.backlog()) <= 0
                || wave.backlog().compareTo(control.backlog()) <= 0;
    }

    private static OptionalDouble shown(boolean compared, double value) {
        return compared ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static Tile.Verdict verdict(boolean seen, boolean good) {
        if (!seen) {
            return Tile.Verdict.TOO_FEW;
        }
        return good ? Tile.Verdict.GOOD : Tile.Verdict.BAD;
    }

    /// The worst of it; what was seen too little of is neither.
    public Tile.Verdict verdict() {
        if (tiles.stream().anyMatch(tile -> tile.verdict() == Tile.Verdict.BAD)) {
            return Tile.Verdict.BAD;
        }
        return tiles.getFirst().verdict();
    }

    public boolean isBad() {
        return verdict() == Tile.Verdict.BAD;
    }
}
