package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Candidate;
import io.turnout.domain.rollout.Facts;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.Placement;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Stage;
import io.turnout.domain.rollout.WaveHealth;
import io.turnout.domain.rollout.WaveState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How plans stand.
record Boards(RolloutPorts ports) {
    ShowRollout.Board of(Rollout rollout) {
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
        return new ShowRollout.Board(
                rollout, facts.now(), placements, health, late(rollout, facts));
    }

    /// A plan that is complete watches nobody, and so it switches nobody either.
    private List<OrgId> late(Rollout rollout, Facts facts) {
        if (rollout.plan().stage() != Stage.COMPLETED) {
            return List.of();
        }
        Map<String, OrgId> late = new TreeMap<>();
        IntStream.range(0, rollout.plan().waves().size())
                .filter(i -> rollout.plan().waves().get(i).state() == WaveState.LIVE)
                .forEach(
                        i ->
                                facts.newcomers(rollout, i)
                                        .forEach(org -> late.put(org.value(), org)));
        return late.values().stream()
                .filter(
                        org ->
                                !ports.overlay()
                                        .current()
                                        .decide(rollout.plan().flag(), org, facts.now(), () -> true)
                                        .isOn())
                .toList();
    }
}
