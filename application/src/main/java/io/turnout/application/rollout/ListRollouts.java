package io.turnout.application.rollout;

import io.turnout.domain.rollout.Placement;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Stage;
import io.turnout.domain.rollout.Tile;
import io.turnout.domain.rollout.WaveHealth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plans, newest first; of those that are under way how their waves fare, and who is next.
public final class ListRollouts {
    private static final Set<Stage> UNDER_WAY = EnumSet.of(Stage.RUNNING, Stage.PAUSED);

    private final RolloutPorts ports;

    public ListRollouts(RolloutPorts ports) {
        this.ports = ports;
    }

    public List<Line> list(Rollouts.Query query) {
        return ports.rollouts().list(query).stream().map(this::line).toList();
    }

    private Line line(Rollout rollout) {
        if (!UNDER_WAY.contains(rollout.plan().stage())) {
            return new Line(rollout, Optional.empty(), Optional.empty());
        }
        ShowRollout.Board board = new Boards(ports).of(rollout);
        return new Line(
                rollout,
                board.health().values().stream()
                        .map(WaveHealth::verdict)
                        .min(Comparator.comparing(ListRollouts::rank)),
                board.placements().values().stream()
                        .filter(Placement.Placed.class::isInstance)
                        .map(Placement.Placed.class::cast)
                        .min(Comparator.comparing(placed -> placed.at().from())));
    }

    /// The worst first.
    private static int rank(Tile.Verdict verdict) {
        return switch (verdict) {
            case BAD -> 0;
            case GOOD -> 1;
            case TOO_FEW -> 2;
        };
    }

    /// One plan.
    ///
    /// @param worst how the worst of its waves fares that have somebody
    /// @param next the first who is switched of those that wait
    public record Line(
            Rollout rollout, Optional<Tile.Verdict> worst, Optional<Placement.Placed> next) {}
}
