package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.scaling.ScalingWatch;
import io.turnout.application.scaling.ShowFleet;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Cause;
import io.turnout.domain.scaling.Floor;
import io.turnout.domain.scaling.InstanceLoad;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who runs, how many are wanted and between which bounds, and what was decided last. `scaling` is
/// where instances are started: `none`, `machine`, `heroku` or `aws`.
public record InstancesView(
        String scaling,
        BoundsView limits,
        BoundsView bounds,
        @Nullable FleetView fleet,
        List<RunningInstance> instances,
        List<FloorView> floors,
        List<ScalingDecision> decisions)
        implements View {
    public static InstancesView of(ShowFleet.Board board) {
        return new InstancesView(
                board.terms().kind(),
                BoundsView.of(board.terms().limits()),
                BoundsView.of(board.plan().bounds()),
                board.fleet().map(FleetView::of).orElse(null),
                board.instances().stream().map(RunningInstance::of).toList(),
                board.plan().standing().stream().map(FloorView::of).toList(),
                board.decisions().stream().map(ScalingDecision::of).toList());
    }

    /// Between how many.
    public record BoundsView(int min, int max) {
        static BoundsView of(Bounds bounds) {
            return new BoundsView(bounds.min(), bounds.max());
        }
    }

    /// As it was seen last. The lower bound is what floors make of it.
    public record FleetView(int desired, int running, int min, int max, String at) {
        static FleetView of(ScalingWatch.Seen seen) {
            return new FleetView(
                    seen.fleet().desired(),
                    seen.fleet().running(),
                    seen.fleet().bounds().min(),
                    seen.fleet().bounds().max(),
                    seen.at().toString());
        }
    }

    /// What an instance says of its load.
    public record RunningInstance(
            String instance,
            @Nullable String release,
            String since,
            String at,
            double inFlight,
            int queued,
            double cpu) {
        static RunningInstance of(InstanceLoad.Heard heard) {
            InstanceLoad load = heard.load();
            return new RunningInstance(
                    load.instance(),
                    load.release().orElse(null),
                    load.since().toString(),
                    heard.at().toString(),
                    load.inFlight(),
                    load.queued(),
                    load.cpu());
        }
    }

    /// For how long at least so many run.
    public record FloorView(String from, String until, int min) {
        static FloorView of(Floor floor) {
            return new FloorView(floor.from().toString(), floor.until().toString(), floor.min());
        }
    }

    /// What was decided, why, and what came of it.
    public record ScalingDecision(
            String at, int had, int wanted, String cause, String told, String outcome) {
        static ScalingDecision of(ScalingWatch.Kept kept) {
            return new ScalingDecision(
                    kept.at().toString(),
                    kept.decision().from(),
                    kept.decision().to(),
                    word(kept.decision().cause()),
                    kept.decision().told(),
                    kept.outcome());
        }

        private static String word(Cause cause) {
            return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
