package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Candidate;
import io.turnout.domain.rollout.Facts;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.Placement;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlannedFreeze;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which orgs wait to be switched, by which plans, and when each of them is; with all freezes.
public final class ShowCalendar {
    private final RolloutPorts ports;

    public ShowCalendar(RolloutPorts ports) {
        this.ports = ports;
    }

    public Calendar show() {
        List<Slot> slots = new ArrayList<>();
        for (Stage stage : List.of(Stage.RUNNING, Stage.PAUSED)) {
            ports.rollouts()
                    .list(Rollouts.Query.in(stage))
                    .forEach(rollout -> slots.addAll(slots(rollout)));
        }
        return new Calendar(slots, ports.freezes().all());
    }

    private List<Slot> slots(Rollout rollout) {
        Set<OrgId> waiting = rollout.orgs(one -> one.state() == Member.State.PENDING);
        if (waiting.isEmpty()) {
            return List.of();
        }
        Facts facts =
                new Surroundings(ports)
                        .facts(rollout.plan().id(), rollout.plan().flag(), waiting::contains);
        List<Slot> slots = new ArrayList<>();
        for (Candidate candidate : facts.candidates()) {
            Member member = rollout.members().get(candidate.org());
            if (member != null && waiting.contains(candidate.org())) {
                slots.add(
                        new Slot(
                                rollout.plan().id(),
                                member.wave(),
                                facts.place(
                                        candidate.profile(),
                                        rollout.plan().waves().get(member.wave()).terms())));
            }
        }
        return slots;
    }

    /// The answer.
    public record Calendar(List<Slot> slots, List<PlannedFreeze> freezes) {
        public Calendar {
            slots = List.copyOf(slots);
            freezes = List.copyOf(freezes);
        }
    }

    /// One org that waits.
    public record Slot(PlanId plan, int wave, Placement placement) {}
}
