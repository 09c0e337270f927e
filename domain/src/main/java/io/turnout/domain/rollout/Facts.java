package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known of the orgs when a plan is looked at.
///
/// @param elsewhere those that a wave of another plan has switched and still watches
public record Facts(
        Instant now,
        List<Candidate> candidates,
        Map<OrgId, OrgCalendar> calendars,
        Map<OrgId, PlanId> elsewhere,
        PlanningRule rule) {
    public Facts {
        candidates = List.copyOf(candidates);
        calendars = Map.copyOf(calendars);
        elsewhere = Map.copyOf(elsewhere);
    }

    /// When an org is to be switched in a wave.
    public Placement place(OrgProfile profile, WaveTerms wave) {
        if (profile.kind() == OrgProfile.Kind.OWN_TEST) {
            return new Placement.AtOnce(profile.org());
        }
        OrgCalendar calendar = calendars.get(profile.org());
        return calendar == null
                ? new Placement.ZoneUnknown(profile.org())
                : Planner.place(calendar, rule.in(wave.window()), now);
    }

    /// Whether now is the time, and nobody else's wave has the org.
    public boolean isTimeFor(OrgProfile profile, WaveTerms wave) {
        if (elsewhere.containsKey(profile.org())) {
            return false;
        }
        return switch (place(profile, wave)) {
            case Placement.AtOnce _ -> true;
            case Placement.Placed placed -> placed.at().holds(now);
            case Placement.Refused _, Placement.ZoneUnknown _ -> false;
        };
    }

    /// Why each org is in a wave, or is not, when those of `taken` are in others.
    public Map<OrgId, Fit> judge(PlanId plan, WaveTerms wave, Set<OrgId> taken) {
        Map<OrgId, Fit> fits = new LinkedHashMap<>();
        int room = wave.atMost().orElse(Integer.MAX_VALUE);
        for (Candidate candidate : candidates.stream().sorted(order(plan)).toList()) {
            Fit fit =
                    taken.contains(candidate.org())
                            ? Fit.IN_EARLIER_WAVE
                            : wave.selection().judge(candidate);
            boolean full = fit.isIn() && room == 0;
            room -= fit.isIn() && !full ? 1 : 0;
            fits.put(candidate.org(), full ? Fit.BEYOND_LIMIT : fit);
        }
        return fits;
    }

    /// In every plan another, so that not the same orgs are the first each time.
    private static Comparator<Candidate> order(PlanId plan) {
        return Comparator.comparingInt((Candidate one) -> (plan + one.org().value()).hashCode())
                .thenComparing(one -> one.org().value());
    }

    /// Those in the wave.
    Set<OrgId> fitting(PlanId plan, WaveTerms wave, Set<OrgId> taken) {
        return judge(plan, wave, taken).entrySet().stream()
                .filter(one -> one.getValue().isIn())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// Those for whom a wave is that has begun without them: they are new, opted in later, or are
    /// otherwise than they were. Who left and wants to be in again is one of them.
    public Set<OrgId> newcomers(Rollout rollout, int number) {
        Plan plan = rollout.plan();
        Set<OrgId> back =
                candidates.stream()
                        .filter(one -> one.choice().filter(Choice.IN::equals).isPresent())
                        .map(Candidate::org)
                        .filter(org -> hasLeft(rollout, org))
                        .collect(Collectors.toSet());
        Set<OrgId> taken = new HashSet<>(rollout.members().keySet());
        taken.removeAll(back);
        WaveTerms terms = plan.waves().get(number).terms();
        long had = rollout.wave(number).stream().filter(one -> taken.contains(one.org())).count();
        long room = terms.atMost().orElse(Integer.MAX_VALUE) - had;
        return room <= 0
                ? Set.of()
                : fitting(plan.id(), terms.forAtMost(Math.toIntExact(room)), taken);
    }

    private static boolean hasLeft(Rollout rollout, OrgId org) {
        Member member = rollout.members().get(org);
        return member != null && member.state() == Member.State.OPTED_OUT;
    }

    Map<OrgId, Candidate> byOrg() {
        return candidates.stream().collect(Collectors.toMap(Candidate::org, one -> one));
    }
}
