package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Candidate;
import io.turnout.domain.rollout.Facts;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.Placement;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.WaveHealth;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A plan with its waves: how far each org is, when those that wait are switched and why then, and
/// how each wave fares.
public final class ShowRollout {
    private final RolloutPorts ports;

    public ShowRollout(RolloutPorts ports) {
        this.ports = ports;
    }

    public Optional<Board> show(PlanId plan) {
        return ports.rollouts().find(plan).map(this::board);
    }

    private Board board(Rollout rollout) {
        Set<OrgId> waiting = rollout.orgs(one -> one.state() == Member.State.PENDING);
        Facts facts =
                new Surroundings(ports)
                        .facts(rollout.plan().id(), rollout.plan().flag(), waiting::contains);
        Map<OrgId, Placement> placements = new HashMap<>();
        for (Candidate candidate : facts.candidates()) {
            Member member = rollout.members().get(candidate.org());
            if (member != null && waiting.contains(candidate.org())) {
                placements.put(
                        candidate.org(),
                        facts.place(
                                candidate.profile(),
                                rollout.plan().waves().get(member.wave()).terms()));
            }
        }
        Watching watching = new Watching(ports.health(), rollout, facts);
        Map<Integer, WaveHealth> health = new HashMap<>();
        for (int i = 0; i < rollout.plan().waves().size(); i++) {
            if (!rollout.orgs(i, Member.State.LIVE).isEmpty()) {
                health.put(i, watching.recent(i));
            }
        }
        return new Board(rollout, facts.now(), placements, health);
    }

    /// The answer.
    ///
    /// @param placements of the orgs that wait
    /// @param health by the number of a wave, of those that have orgs that have it
    public record Board(
            Rollout rollout,
            Instant now,
            Map<OrgId, Placement> placements,
            Map<Integer, WaveHealth> health) {
        public Board {
            placements = Map.copyOf(placements);
            health = Map.copyOf(health);
        }
    }
}
