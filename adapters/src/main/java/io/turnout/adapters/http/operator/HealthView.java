package io.turnout.adapters.http.operator;

import io.turnout.domain.rollout.Tile;
import io.turnout.domain.rollout.WaveHealth;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How a wave fares beside the orgs that were not reached: good, bad or too-few. Without `control`
/// too little was seen of the others, and the limit is absolute.
public record HealthView(
        String verdict,
        long requests,
        long controlRequests,
        @Nullable String newest,
        List<TileView> tiles) {
    static HealthView of(WaveHealth health) {
        return new HealthView(
                Spelling.of(health.verdict()),
                health.requests(),
                health.controlRequests(),
                health.newest().map(Instant::toString).orElse(null),
                health.tiles().stream().map(TileView::of).toList());
    }

    /// One measure.
    public record TileView(
            String measure, double wave, @Nullable Double control, double limit, String verdict) {
        static TileView of(Tile tile) {
            OptionalDouble control = tile.control();
            return new TileView(
                    Spelling.of(tile.measure()),
                    tile.wave(),
                    control.isPresent() ? (Double) control.getAsDouble() : null,
                    tile.limit(),
                    Spelling.of(tile.verdict()));
        }
    }
}
