package io.turnout.application.scaling;

import io.turnout.domain.scaling.InstanceLoad;
import io.turnout.domain.scaling.ScalingPlan;
import java.util.List;
import java.util.Optional;

/// Who runs, how many are wanted and between which bounds, and what was decided last. It asks no
/// cloud, so it may be looked at as often as one likes.
public final class ShowFleet {
    private static final int DECISIONS = 30;

    private final ScalingPorts ports;

    public ShowFleet(ScalingPorts ports) {
        this.ports = ports;
    }

    /// All of it.
    ///
    /// @param fleet as it was seen last; none where nothing is scaled here
    /// @param plan the bounds as they were chosen, where no cloud keeps them, and the floors
    public record Board(
            ScalingTerms terms,
            Optional<ScalingWatch.Seen> fleet,
            ScalingPlan plan,
            List<InstanceLoad.Heard> instances,
            List<ScalingWatch.Kept> decisions) {
        public Board {
            instances = List.copyOf(instances);
            decisions = List.copyOf(decisions);
        }
    }

    public Board show() {
        return new Board(
                ports.terms(),
                ports.watch().lastSeen(),
                ports.plans().plan(),
                ports.loads().all(),
                ports.watch().decisions(DECISIONS));
    }
}
