package io.turnout.application.rollout;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Facts;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Progressing;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Schedule;
import io.turnout.domain.rollout.Steering;
import io.turnout.domain.rollout.Step;
import io.turnout.domain.rollout.Tile;
import io.turnout.domain.rollout.Turn;
import io.turnout.domain.rollout.WaveHealth;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Lets plans go on by themselves: whose night it is is switched, a wave that did well is done, one
/// that does badly is stopped. Every instance may do it at any time.
public final class AdvanceRollouts {
    private static final int TURNS_MAX = 20;

    private static final String SCHEDULER = "scheduler";
    private static final String GUARD = "guard";

    private final RolloutPorts ports;

    public AdvanceRollouts(RolloutPorts ports) {
        this.ports = ports;
    }

    /// Looks at one plan. Whether another may be due.
    public boolean advance() {
        Optional<PlanId> due = ports.rollouts().due();
        due.ifPresent(this::look);
        return due.isPresent();
    }

    private void look(PlanId plan) {
        for (int turn = 0; turn < TURNS_MAX; turn++) {
            Optional<Rollout> rollout = ports.rollouts().find(plan);
            if (rollout.isEmpty() || !isTaken(rollout.get())) {
                return;
            }
        }
    }

    private boolean isTaken(Rollout rollout) {
        Facts facts =
                new Surroundings(ports)
                        .facts(
                                rollout.plan().id(),
                                rollout.plan().flag(),
                                rollout.orgs(one -> one.state() == Member.State.PENDING)::contains);
        Schedule.Watch watch = new Watching(ports.health(), rollout, facts).watch();
        Turn turn = Schedule.next(rollout, facts, watch);
        return switch (turn) {
            case Turn.Rest _ -> false;
            case Turn.Start _ -> done(rollout, "start", Progressing::start);
            case Turn.Enter(var wave, var orgs) ->
                    done(
                            rollout,
                            "enter wave",
                            (at, now) -> Progressing.enter(at, wave, orgs, now));
            case Turn.Join(var wave, var orgs) ->
                    done(rollout, "join wave", (at, now) -> Progressing.join(at, wave, orgs, now));
            case Turn.SwitchOn(var orgs) ->
                    done(rollout, "switch on", (at, now) -> Progressing.switched(at, orgs, now));
            case Turn.LetGo(var orgs) ->
                    done(rollout, "opt out", (at, now) -> Progressing.optedOut(at, orgs, now));
            case Turn.Bake(var wave) ->
                    done(rollout, "bake", (at, now) -> Progressing.bake(at, wave, now));
            case Turn.Finish(var wave) ->
                    done(rollout, "finish wave", (at, now) -> Progressing.finish(at, wave, now));
            case Turn.Complete _ -> done(rollout, "complete", (at, _) -> Progressing.complete(at));
            case Turn.Stop(var wave, var health) -> stopped(rollout, wave, health);
        };
    }

    private boolean done(Rollout rollout, String verb, BiFunction<Rollout, Instant, Step> rule) {
        return done(rollout, verb, new Author(SCHEDULER, "as planned", ""), rule);
    }

    private boolean stopped(Rollout rollout, int wave, WaveHealth health) {
        Author guard = new Author(GUARD, reason(wave, health), "");
        return switch (rollout.plan().guard().onBreach()) {
            case PAUSE -> done(rollout, "pause", guard, (at, _) -> Steering.pause(at));
            case ROLL_BACK_WAVE ->
                    done(
                            rollout,
                            "roll back wave",
                            guard,
                            (at, now) -> Steering.rollBackWave(at, wave, now));
            case ROLL_BACK_ALL -> done(rollout, "roll back all", guard, Steering::rollBackAll);
        };
    }

    private boolean done(
            Rollout rollout, String verb, Author author, BiFunction<Rollout, Instant, Step> rule) {
        Optional<Step> step =
                ports.rollouts().change(rollout.plan().id(), new Rollouts.Deed(verb, author), rule);
        var _ = ports.overlay().refresh();
        return step.filter(Step.Taken.class::isInstance).isPresent();
    }

    private static String reason(int wave, WaveHealth health) {
        String bad =
                health.tiles().stream()
                        .filter(tile -> tile.verdict() == Tile.Verdict.BAD)
                        .map(
                                tile ->
                                        "%s %.4g above %.4g"
                                                .formatted(
                                                        tile.measure(), tile.wave(), tile.limit()))
                        .collect(Collectors.joining(", "));
        String told = "wave " + (wave + 1) + ": " + bad + " in " + health.requests() + " requests";
        return told.substring(0, Math.min(Author.REASON_MAX, told.length()));
    }
}
