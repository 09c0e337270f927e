package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Placement;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.WaveHealth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan with its waves: how far each org is, when those that wait are switched and why then, and
/// how each wave fares.
public final class ShowRollout {
    private final RolloutPorts ports;

    public ShowRollout(RolloutPorts ports) {
        this.ports = ports;
    }

    public Optional<Board> show(PlanId plan) {
        return ports.rollouts().find(plan).map(new Boards(ports)::of);
    }

    /// The answer.
    ///
    /// @param placements of the orgs that wait
    /// @param late of a plan that is complete, for whom its waves are and who do not have the flag
    /// @param health by the number of a wave, of those that have orgs that have it
    public record Board(
            Rollout rollout,
            Instant now,
            Map<OrgId, Placement> placements,
            Map<Integer, WaveHealth> health,
            List<OrgId> late) {
        public Board {
            placements = Map.copyOf(placements);
            health = Map.copyOf(health);
            late = List.copyOf(late);
        }
    }
}
