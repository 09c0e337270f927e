package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a plan does next, from how it stands and what is known. It remembers nothing: whoever looks
/// again, after whatever happened, goes on where things are.
public final class Schedule {
    /// A wave is judged by what was measured in so long before.
    public static final Duration RECENT = Duration.ofMinutes(15);

    private Schedule() {}

    /// How waves fare: of late, and since a wave is watched.
    ///
    /// @param recent asked for a wave that has orgs that have it
    /// @param baking asked for the wave that is watched
    public record Watch(
            Function<Integer, WaveHealth> recent, Function<Integer, WaveHealth> baking) {}

    public static Turn next(Rollout rollout, Facts facts, Watch watch) {
        Plan plan = rollout.plan();
        Set<OrgId> leaving = leaving(rollout, facts);
        if (!leaving.isEmpty()) {
            return new Turn.LetGo(leaving);
        }
        if (plan.state() == PlanState.APPROVED && !facts.now().isBefore(plan.notBefore())) {
            return new Turn.Start();
        }
        return plan.stage() == Stage.RUNNING ? running(rollout, facts, watch) : new Turn.Rest();
    }

    private static Set<OrgId> leaving(Rollout rollout, Facts facts) {
        Set<OrgId> out =
                facts.candidates().stream()
                        .filter(one -> one.choice().filter(Choice.OUT::equals).isPresent())
                        .map(Candidate::org)
                        .collect(Collectors.toSet());
        return rollout.orgs(
                member ->
                        out.contains(member.org())
                                && (member.state() == Member.State.PENDING
                                        || member.state() == Member.State.LIVE));
    }

    private static Turn running(Rollout rollout, Facts facts, Watch watch) {
        Plan plan = rollout.plan();
        for (int i = 0; i < plan.waves().size(); i++) {
            if (plan.waves().get(i).state().holds()
                    && !rollout.orgs(i, Member.State.LIVE).isEmpty()) {
                WaveHealth health = watch.recent().apply(i);
                if (health.isBad()) {
                    return new Turn.Stop(i, health);
                }
            }
        }
        Set<OrgId> due = due(rollout, facts);
        if (!due.isEmpty()) {
            return new Turn.SwitchOn(due);
        }
        for (int i = 0; i < plan.waves().size(); i++) {
            Set<OrgId> late =
                    plan.waves().get(i).state().holds() ? facts.newcomers(rollout, i) : Set.of();
            if (!late.isEmpty()) {
                return new Turn.Join(i, late);
            }
        }
        OptionalInt current = plan.current();
        if (current.isEmpty()) {
            return rollout.isWaiting() ? new Turn.Rest() : new Turn.Complete();
        }
        return wave(rollout, facts, current.getAsInt(), watch);
    }

    /// Those whose time is now, also of waves that others have overtaken.
    private static Set<OrgId> due(Rollout rollout, Facts facts) {
        Map<OrgId, Candidate> known = facts.byOrg();
        return rollout.orgs(
                member -> {
                    Wave wave = rollout.plan().waves().get(member.wave());
                    Candidate candidate = known.get(member.org());
                    return member.state() == Member.State.PENDING
                            && wave.state().holds()
                            && candidate != null
                            && facts.isTimeFor(candidate.profile(), wave.terms());
                });
    }

    private static Turn wave(Rollout rollout, Facts facts, int number, Watch watch) {
        Plan plan = rollout.plan();
        Wave wave = plan.waves().get(number);
        return switch (wave.state()) {
            case PLANNED ->
                    wave.terms().entry() == WaveTerms.Entry.BY_ITSELF
                            ? enter(rollout, facts, number)
                            : new Turn.Rest();
            case CLEARED -> enter(rollout, facts, number);
            case ENABLING -> isSwitched(rollout, number) ? new Turn.Bake(number) : new Turn.Rest();
            case BAKING -> isDone(wave, facts.now(), number, watch);
            case LIVE, SKIPPED, ROLLED_BACK -> new Turn.Rest();
        };
    }

    private static Turn enter(Rollout rollout, Facts facts, int number) {
        Plan plan = rollout.plan();
        return new Turn.Enter(
                number,
                facts.fitting(
                        plan.id(), plan.waves().get(number).terms(), rollout.members().keySet()));
    }

    private static boolean isSwitched(Rollout rollout, int number) {
        long live = rollout.orgs(number, Member.State.LIVE).size();
        long waiting = rollout.orgs(number, Member.State.PENDING).size();
        double wanted = rollout.plan().waves().get(number).terms().exit().switched();
        return live >= wanted * (live + waiting);
    }

    private static Turn isDone(Wave wave, Instant now, int number, Watch watch) {
        Exit exit = wave.terms().exit();
        boolean baked =
                wave.since().filter(since -> !now.isBefore(since.plus(exit.bake()))).isPresent();
        if (!baked) {
            return new Turn.Rest();
        }
        WaveHealth health = watch.baking().apply(number);
        boolean good = !health.isBad() && health.requests() >= exit.requests();
        return good ? new Turn.Finish(number) : new Turn.Rest();
    }
}
