package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.rollout.PlotWave;
import io.turnout.domain.rollout.PlanId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a wave fared beside the orgs that were not reached, by the step of time. A step in which
/// nothing was seen is left out.
public record WavePlotView(
        String plan,
        int wave,
        String from,
        String to,
        long stepSeconds,
        @Nullable String begun,
        List<PointView> points)
        implements View {
    public static WavePlotView of(PlanId plan, PlotWave.Plot plot) {
        return new WavePlotView(
                plan.toString(),
                plot.number() + 1,
                plot.period().from().toString(),
                plot.period().to().toString(),
                plot.step().toSeconds(),
                plot.begun().map(Instant::toString).orElse(null),
                plot.points().stream().map(PointView::of).toList());
    }

    /// One step, by when it begins; tiles of which too few requests were seen say so.
    public record PointView(
            String at, long requests, long controlRequests, List<HealthView.TileView> tiles) {
        static PointView of(PlotWave.Point point) {
            HealthView health = HealthView.of(point.health());
            return new PointView(
                    point.at().toString(),
                    health.requests(),
                    health.controlRequests(),
                    health.tiles());
        }
    }
}
