package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What people do to a plan that runs. To go on takes the version that was seen; to stop or to go
/// back takes nothing, and never an approval.
public final class Steering {
    private Steering() {}

    /// Nobody more is switched.
    public static Step pause(Rollout rollout) {
        return rollout.plan().stage() == Stage.RUNNING
                ? rollout.with(rollout.plan().with(Stage.PAUSED)).taken()
                : new Step.Refused(Refusal.NOT_NOW);
    }

    /// Goes on; waves that were rolled back begin anew. Takes an approval of the terms as they are.
    public static Step resume(Rollout rollout, long version) {
        Plan plan = rollout.plan();
        if (plan.version() != version) {
            return new Step.Refused(Refusal.VERSION_CONFLICT);
        }
        if (plan.stage() != Stage.PAUSED) {
            return new Step.Refused(Refusal.NOT_NOW);
        }
        if (!plan.review().isApproved()) {
            return new Step.Refused(Refusal.NOT_APPROVED);
        }
        Plan running =
                plan.with(
                                plan.waves().stream()
                                        .map(
                                                wave ->
                                                        wave.state() == WaveState.ROLLED_BACK
                                                                ? Wave.planned(wave.terms())
                                                                : wave)
                                        .toList())
                        .with(Stage.RUNNING);
        return rollout.with(running)
                .without(member -> running.waves().get(member.wave()).state().isAhead())
                .taken();
    }

    /// Does not wait any longer: a wave that enables is watched from now on, one that is watched is
    /// done, and one that waits for somebody begins. Each org still waits for its own night.
    public static Step advance(Rollout rollout, long version, Instant now) {
        Plan plan = rollout.plan();
        if (plan.version() != version) {
            return new Step.Refused(Refusal.VERSION_CONFLICT);
        }
        OptionalInt current = plan.current();
        if (plan.stage() != Stage.RUNNING || current.isEmpty()) {
            return new Step.Refused(Refusal.NOT_NOW);
        }
        int wave = current.getAsInt();
        return switch (plan.waves().get(wave).state()) {
            case ENABLING -> rollout.with(plan.withWave(wave, WaveState.BAKING, now)).taken();
            case BAKING -> rollout.with(plan.withWave(wave, WaveState.LIVE, now)).taken();
            case PLANNED -> rollout.with(plan.withWave(wave, WaveState.CLEARED, now)).taken();
            case CLEARED, LIVE, SKIPPED, ROLLED_BACK -> new Step.Refused(Refusal.NOT_NOW);
        };
    }

    /// Leaves out what is left of a wave; who has it keeps it.
    public static Step skip(Rollout rollout, long version, Instant now) {
        Plan plan = rollout.plan();
        if (plan.version() != version) {
            return new Step.Refused(Refusal.VERSION_CONFLICT);
        }
        boolean goesOn = plan.stage() == Stage.RUNNING || plan.stage() == Stage.PAUSED;
        OptionalInt current = plan.current();
        if (!goesOn || current.isEmpty()) {
            return new Step.Refused(Refusal.NOT_NOW);
        }
        int wave = current.getAsInt();
        return rollout.with(plan.withWave(wave, WaveState.SKIPPED, now))
                .without(member -> member.wave() == wave && waits(member))
                .taken();
    }

    /// Nothing more is done: who has it keeps it, the rest does not get it.
    public static Step complete(Rollout rollout, long version, Instant now) {
        Plan plan = rollout.plan();
        if (plan.version() != version) {
            return new Step.Refused(Refusal.VERSION_CONFLICT);
        }
        if (plan.stage() != Stage.RUNNING && plan.stage() != Stage.PAUSED) {
            return new Step.Refused(Refusal.NOT_NOW);
        }
        Plan done = plan.with(Stage.COMPLETED);
        for (int i = 0; i < plan.waves().size(); i++) {
            WaveState state = plan.waves().get(i).state();
            if (state.isUnderWay()) {
                done = done.withWave(i, WaveState.LIVE, now);
            } else if (state.isAhead()) {
                done = done.withWave(i, WaveState.SKIPPED, now);
            }
        }
        return rollout.with(done).without(Steering::waits).taken();
    }

    private static boolean waits(Member member) {
        return member.state() == Member.State.PENDING;
    }

    /// Takes a wave back, and pauses. To go on takes a new approval.
    public static Step rollBackWave(Rollout rollout, int wave, Instant now) {
        Plan plan = rollout.plan();
        if (wave < 0 || wave >= plan.waves().size()) {
            return new Step.Refused(Refusal.NO_SUCH_WAVE);
        }
        boolean begun = !rollout.wave(wave).isEmpty() || plan.waves().get(wave).state().holds();
        if (!begun || !mayGoBack(plan)) {
            return new Step.Refused(Refusal.NOT_NOW);
        }
        return back(rollout, Stage.PAUSED, i -> i == wave, now);
    }

    /// Takes everything back. To begin again takes a new approval.
    public static Step rollBackAll(Rollout rollout, Instant now) {
        return mayGoBack(rollout.plan())
                ? back(rollout, Stage.ROLLED_BACK, _ -> true, now)
                : new Step.Refused(Refusal.NOT_NOW);
    }

    /// Takes everything back, for good.
    public static Step abort(Rollout rollout, Instant now) {
        return rollout.plan().stage() == Stage.ABORTED
                ? new Step.Refused(Refusal.NOT_NOW)
                : back(rollout, Stage.ABORTED, _ -> true, now);
    }

    private static boolean mayGoBack(Plan plan) {
        return switch (plan.stage()) {
            case RUNNING, PAUSED, COMPLETED -> true;
            case NOT_STARTED, ROLLED_BACK, ABORTED -> false;
        };
    }

    private static Step back(Rollout rollout, Stage stage, Predicate<Integer> which, Instant now) {
        Plan plan = rollout.plan().with(stage).with(new Review.Open(Set.of()));
        for (int i : IntStream.range(0, plan.waves().size()).toArray()) {
            WaveState state = plan.waves().get(i).state();
            if (which.test(i) && (state.holds() || !rollout.wave(i).isEmpty())) {
                plan = plan.withWave(i, WaveState.ROLLED_BACK, now);
            }
        }
        return rollout.with(plan)
                .each(
                        member ->
                                which.test(member.wave())
                                        && member.state() != Member.State.OPTED_OUT,
                        member -> member.to(Member.State.ROLLED_BACK, now))
                .taken();
    }
}
