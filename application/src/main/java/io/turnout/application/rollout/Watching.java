package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Candidate;
import io.turnout.domain.rollout.Facts;
import io.turnout.domain.rollout.Figures;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Schedule;
import io.turnout.domain.rollout.Span;
import io.turnout.domain.rollout.Wave;
import io.turnout.domain.rollout.WaveHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/// How the waves of a plan fare, beside the customers that it has not reached.
record Watching(OrgHealth health, Rollout rollout, Facts facts) {
    private static final Duration WHILE_BAKING = Duration.ofHours(6);

    Schedule.Watch watch() {
        return new Schedule.Watch(this::recent, this::baking);
    }

    /// Of late, but since the wave began at most.
    WaveHealth recent(int number) {
        return since(number, facts.now().minus(Schedule.RECENT));
    }

    /// Since the wave is watched, for a few hours at most.
    WaveHealth baking(int number) {
        return since(number, facts.now().minus(WHILE_BAKING));
    }

    private WaveHealth since(int number, Instant earliest) {
        Wave wave = rollout.plan().waves().get(number);
        Instant begun = wave.since().filter(earliest::isBefore).orElse(earliest);
        Span period =
                Span.between(begun, facts.now())
                        .orElse(new Span(facts.now().minus(Duration.ofSeconds(1)), facts.now()));
        return WaveHealth.of(
                rollout.plan().guard(),
                measured(rollout.orgs(number, Member.State.LIVE), period),
                measured(others(), period));
    }

    private Figures measured(Set<OrgId> orgs, Span period) {
        return orgs.isEmpty() ? Figures.NONE : health.measured(orgs, period);
    }

    Set<OrgId> others() {
        Set<OrgId> reached = rollout.orgs(member -> member.state() == Member.State.LIVE);
        return facts.candidates().stream()
                .map(Candidate::profile)
                .filter(profile -> profile.kind() == OrgProfile.Kind.CUSTOMER)
                .map(OrgProfile::org)
                .filter(org -> !reached.contains(org))
                .collect(Collectors.toSet());
    }
}
