package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Candidate;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Facts;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Freeze;
import io.turnout.domain.rollout.OrgCalendar;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlannedFreeze;
import io.turnout.domain.rollout.PlanningRule;
import io.turnout.domain.rollout.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What is known of the orgs around a plan.
public record Surroundings(RolloutPorts ports) {
    private static final PlanningRule RULE = PlanningRule.USUAL;

    /// Calendars only of those `whose` are needed.
    public Facts facts(PlanId plan, Flag flag, Predicate<OrgId> whose) {
        Instant now = ports.clock().instant();
        List<OrgProfile> profiles = ports.profiles().all();
        Map<OrgId, Choice> choices = ports.choices().of(flag);
        Map<OrgId, PlanId> elsewhere = new HashMap<>(ports.rollouts().watched());
        elsewhere.values().removeIf(plan::equals);
        return new Facts(
                now,
                profiles.stream()
                        .map(
                                profile ->
                                        new Candidate(
                                                profile,
                                                Optional.ofNullable(choices.get(profile.org()))))
                        .toList(),
                calendars(profiles.stream().filter(one -> whose.test(one.org())).toList(), now),
                elsewhere,
                RULE);
    }

    private Map<OrgId, OrgCalendar> calendars(List<OrgProfile> profiles, Instant now) {
        Map<OrgId, ZoneId> zones = new HashMap<>();
        profiles.forEach(one -> one.zone().ifPresent(zone -> zones.put(one.org(), zone)));
        if (zones.isEmpty()) {
            return Map.of();
        }
        Span period =
                new Span(
                        now.minus(RULE.salesDistance()),
                        now.plus(Duration.ofDays(RULE.nights() + 2)).plus(RULE.salesDistance()));
        List<PlannedFreeze> freezes = ports.freezes().all();
        Map<OrgId, OrgCalendar> calendars =
                new HashMap<>(ports.calendars().read(Map.copyOf(zones), period));
        for (OrgProfile profile : profiles) {
            calendars.computeIfPresent(
                    profile.org(), (_, calendar) -> calendar.with(of(freezes, profile)));
        }
        return calendars;
    }

    private static List<Freeze> of(List<PlannedFreeze> freezes, OrgProfile profile) {
        return freezes.stream()
                .filter(freeze -> freeze.isFor(profile))
                .map(PlannedFreeze::freeze)
                .toList();
    }
}
