package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Candidate;
import io.turnout.domain.rollout.Difference;
import io.turnout.domain.rollout.Facts;
import io.turnout.domain.rollout.Fit;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.Placement;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanTerms;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Wave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whom each wave of a plan would take if those before it were done and it began now: every org,
/// why it is in or is not, when it would be switched, and what is in its way. Of a plan as it is
/// kept, or of terms that somebody has just written: then also what is other than before. Nothing
/// is kept.
public final class PreviewPlan {
    private final RolloutPorts ports;

    public PreviewPlan(RolloutPorts ports) {
        this.ports = ports;
    }

    /// Empty where there is no such plan, and nothing was written either.
    public Optional<Preview> preview(PlanId id, Optional<PlanTerms> written) {
        Optional<Rollout> kept = ports.rollouts().find(id);
        if (written.isEmpty()) {
            return kept.map(rollout -> preview(rollout, facts(rollout.plan()), List.of()));
        }
        PlanTerms terms = written.get();
        Rollout next =
                kept.map(was -> new Rollout(was.plan().revised(terms), was.members()))
                        .orElseGet(() -> Rollout.of(Plan.draft(id, terms, "nobody")));
        Facts facts = facts(next.plan());
        List<Difference> differences =
                kept.map(was -> Difference.between(was, next))
                        .orElseGet(() -> Difference.ofNew(next.plan()));
        Preview after = preview(next, facts, differences);
        Map<OrgId, Integer> was =
                kept.map(rollout -> wavesOf(rollout, audiences(rollout, facts))).orElse(Map.of());
        return Optional.of(after.since(was));
    }

    private Facts facts(Plan plan) {
        return new Surroundings(ports).facts(plan.id(), plan.flag(), _ -> true);
    }

    private Preview preview(Rollout rollout, Facts facts, List<Difference> differences) {
        List<Map<OrgId, Fit>> fits = audiences(rollout, facts);
        List<List<Line>> waves = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            Wave wave = rollout.plan().waves().get(i);
            Map<OrgId, Fit> ofWave = fits.get(i);
            waves.add(
                    facts.candidates().stream()
                            .map(one -> line(rollout.plan(), wave, one, ofWave, facts))
                            .toList());
        }
        return new Preview(rollout.plan(), waves, differences, wavesOf(rollout, fits), Map.of());
    }

    /// Of each wave, why each org is in it or is not.
    private static List<Map<OrgId, Fit>> audiences(Rollout rollout, Facts facts) {
        List<Map<OrgId, Fit>> fits = new ArrayList<>();
        Set<OrgId> earlier = new HashSet<>();
        for (int i = 0; i < rollout.plan().waves().size(); i++) {
            int number = i;
            Wave wave = rollout.plan().waves().get(i);
            Set<OrgId> taken = new HashSet<>(rollout.orgs(member -> member.wave() != number));
            taken.addAll(earlier);
            Map<OrgId, Fit> ofWave = facts.judge(rollout.plan().id(), wave.terms(), taken);
            fits.add(ofWave);
            if (wave.state().isAhead()) {
                ofWave.forEach(
                        (org, fit) -> {
                            if (fit.isIn()) {
                                earlier.add(org);
                            }
                        });
            }
        }
        return fits;
    }

    /// In which wave each org is that is in one, or would be.
    private static Map<OrgId, Integer> wavesOf(Rollout rollout, List<Map<OrgId, Fit>> fits) {
        Map<OrgId, Integer> waves = new HashMap<>();
        for (Member member : rollout.members().values()) {
            waves.put(member.org(), member.wave());
        }
        for (int i = 0; i < fits.size(); i++) {
            int number = i;
            fits.get(i)
                    .forEach(
                            (org, fit) -> {
                                if (fit.isIn()) {
                                    var _ = waves.putIfAbsent(org, number);
                                }
                            });
        }
        return waves;
    }

    private Line line(
            Plan plan, Wave wave, Candidate candidate, Map<OrgId, Fit> fits, Facts facts) {
        OrgId org = candidate.org();
        Fit fit = fits.getOrDefault(org, Fit.NOT_LISTED);
        return new Line(
                candidate.profile(),
                fit,
                fit.isIn()
                        ? Optional.of(facts.place(candidate.profile(), wave.terms()))
                        : Optional.empty(),
                Optional.ofNullable(facts.elsewhere().get(org)),
                ports.overlay().current().decide(plan.flag(), org, facts.now(), () -> true).isOn());
    }

    /// The answer.
    ///
    /// @param waves of each wave a line for every org
    /// @param differences of the terms, from what is kept
    /// @param places in which wave each org is that is in one, or would be
    /// @param before the same of what is kept
    public record Preview(
            Plan plan,
            List<List<Line>> waves,
            List<Difference> differences,
            Map<OrgId, Integer> places,
            Map<OrgId, Integer> before) {
        public Preview {
            waves = List.copyOf(waves);
            differences = List.copyOf(differences);
            places = Map.copyOf(places);
            before = Map.copyOf(before);
        }

        private Preview since(Map<OrgId, Integer> was) {
            return new Preview(plan, waves, differences, places, was);
        }
    }

    /// One org.
    ///
    /// @param placement when it would be switched, if it is in
    /// @param elsewhere the other plan that has just switched it, for which it must wait
    /// @param hasIt whether it has the flag now
    public record Line(
            OrgProfile profile,
            Fit fit,
            Optional<Placement> placement,
            Optional<PlanId> elsewhere,
            boolean hasIt) {}
}
