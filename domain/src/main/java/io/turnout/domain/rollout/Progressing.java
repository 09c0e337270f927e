package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/// What a plan does by itself. Each step says again under the plan's lock whether it still is to be
/// done, so that any number of instances may try.
public final class Progressing {
    private Progressing() {}

    public static Step start(Rollout rollout, Instant now) {
        Plan plan = rollout.plan();
        boolean due = plan.state() == PlanState.APPROVED && !now.isBefore(plan.notBefore());
        return due ? rollout.with(plan.with(Stage.RUNNING)).taken() : new Step.Nothing();
    }

    /// A wave begins, with those orgs that no wave has yet.
    public static Step enter(Rollout rollout, int wave, Set<OrgId> orgs, Instant now) {
        Plan plan = rollout.plan();
        boolean next =
                plan.stage() == Stage.RUNNING
                        && plan.current().stream().anyMatch(current -> current == wave)
                        && plan.waves().get(wave).state().isAhead();
        if (!next) {
            return new Step.Nothing();
        }
        Set<OrgId> fresh = new HashSet<>(orgs);
        fresh.removeAll(rollout.members().keySet());
        WaveState state = fresh.isEmpty() ? WaveState.LIVE : WaveState.ENABLING;
        return rollout.with(plan.withWave(wave, state, now)).withMembers(fresh, wave, now).taken();
    }

    /// A wave that has begun takes these as well, each in its own night.
    public static Step join(Rollout rollout, int wave, Set<OrgId> orgs, Instant now) {
        Plan plan = rollout.plan();
        Set<OrgId> late = new HashSet<>(orgs);
        late.removeAll(rollout.orgs(member -> member.state() != Member.State.OPTED_OUT));
        return plan.stage() == Stage.RUNNING
                        && plan.waves().get(wave).state().holds()
                        && !late.isEmpty()
                ? rollout.withMembers(late, wave, now).taken()
                : new Step.Nothing();
    }

    /// These have it now.
    public static Step switched(Rollout rollout, Set<OrgId> orgs, Instant now) {
        if (rollout.plan().stage() != Stage.RUNNING) {
            return new Step.Nothing();
        }
        return moved(
                rollout,
                member -> orgs.contains(member.org()) && member.state() == Member.State.PENDING,
                Member.State.LIVE,
                now);
    }

    /// These want it no more.
    public static Step optedOut(Rollout rollout, Set<OrgId> orgs, Instant now) {
        return moved(
                rollout,
                member ->
                        orgs.contains(member.org())
                                && (member.state() == Member.State.PENDING
                                        || member.state() == Member.State.LIVE),
                Member.State.OPTED_OUT,
                now);
    }

    private static Step moved(
            Rollout rollout, Predicate<Member> which, Member.State to, Instant now) {
        Rollout moved = rollout.each(which, member -> member.to(to, now));
        return moved.equals(rollout) ? new Step.Nothing() : moved.taken();
    }

    /// Enough orgs of the wave have it: it is watched from now on.
    public static Step bake(Rollout rollout, int wave, Instant now) {
        return isIn(rollout, wave, WaveState.ENABLING)
                ? rollout.with(rollout.plan().withWave(wave, WaveState.BAKING, now)).taken()
                : new Step.Nothing();
    }

    /// It was watched for long enough, and did well.
    public static Step finish(Rollout rollout, int wave, Instant now) {
        return isIn(rollout, wave, WaveState.BAKING)
                ? rollout.with(rollout.plan().withWave(wave, WaveState.LIVE, now)).taken()
                : new Step.Nothing();
    }

    private static boolean isIn(Rollout rollout, int wave, WaveState state) {
        return rollout.plan().stage() == Stage.RUNNING
                && rollout.plan().waves().get(wave).state() == state;
    }

    /// Every wave is done, and nobody waits.
    public static Step complete(Rollout rollout) {
        Plan plan = rollout.plan();
        return plan.stage() == Stage.RUNNING && plan.current().isEmpty() && !rollout.isWaiting()
                ? rollout.with(plan.with(Stage.COMPLETED)).taken()
                : new Step.Nothing();
    }
}
