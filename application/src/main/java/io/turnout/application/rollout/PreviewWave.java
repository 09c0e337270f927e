package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Candidate;
import io.turnout.domain.rollout.Facts;
import io.turnout.domain.rollout.Fit;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.Placement;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Wave;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whom a wave would take if those before it were done and it began now: every org, why it is in or
/// is not, when it would be switched, and what is in its way.
public final class PreviewWave {
    private final RolloutPorts ports;

    public PreviewWave(RolloutPorts ports) {
        this.ports = ports;
    }

    /// Empty where there is no such plan or wave.
    public Optional<List<Line>> preview(PlanId plan, int number) {
        return ports.rollouts()
                .find(plan)
                .filter(rollout -> number >= 0 && number < rollout.plan().waves().size())
                .map(rollout -> lines(rollout, number));
    }

    private List<Line> lines(Rollout rollout, int number) {
        Facts facts =
                new Surroundings(ports)
                        .facts(rollout.plan().id(), rollout.plan().flag(), _ -> true);
        Set<OrgId> taken = new HashSet<>(rollout.orgs(member -> member.wave() != number));
        for (Wave earlier : rollout.plan().waves().subList(0, number)) {
            if (earlier.state().isAhead()) {
                facts.judge(rollout.plan().id(), earlier.terms(), Set.copyOf(taken))
                        .forEach(
                                (org, fit) -> {
                                    if (fit.isIn()) {
                                        taken.add(org);
                                    }
                                });
            }
        }
        Wave wave = rollout.plan().waves().get(number);
        Map<OrgId, Fit> fits = facts.judge(rollout.plan().id(), wave.terms(), taken);
        return facts.candidates().stream()
                .map(candidate -> line(candidate, wave, fits, facts))
                .toList();
    }

    private static Line line(Candidate candidate, Wave wave, Map<OrgId, Fit> fits, Facts facts) {
        Fit fit = fits.getOrDefault(candidate.org(), Fit.NOT_LISTED);
        return new Line(
                candidate.profile(),
                fit,
                fit.isIn()
                        ? Optional.of(facts.place(candidate.profile(), wave.terms()))
                        : Optional.empty(),
                Optional.ofNullable(facts.elsewhere().get(candidate.org())));
    }

    /// One org.
    ///
    /// @param placement when it would be switched, if it is in
    /// @param elsewhere the other plan that has just switched it, for which it must wait
    public record Line(
            OrgProfile profile,
            Fit fit,
            Optional<Placement> placement,
            Optional<PlanId> elsewhere) {}
}
