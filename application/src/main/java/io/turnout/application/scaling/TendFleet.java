package io.turnout.application.scaling;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Cause;
import io.turnout.domain.scaling.Decision;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Load;
import io.turnout.domain.scaling.ScalingRule.Ruling;
import io.turnout.domain.scaling.ScalingRule.Standing;
import java.util.ArrayList;
import java.util.List;

/// Looks at the load of all instances and starts or stops some, on one instance at a time. Where
/// the cloud does that by a rule of its own, it only keeps the fleet below the ceiling.
public final class TendFleet {
    static final String ACTOR = "turnout:scaling";

    private static final String DONE = "done";
    private static final String NOTHING = "nothing to do";

    private final ScalingPorts ports;

    public TendFleet(ScalingPorts ports) {
        this.ports = ports;
    }

    /// What was decided that was not said before: nothing, where no look is due, another instance
    /// is at it, or it is as it was.
    public List<ScalingWatch.Kept> tend() {
        List<ScalingWatch.Kept> news = new ArrayList<>();
        if (ports.terms().tracker() != ScalingTerms.Tracker.NOBODY) {
            boolean _ =
                    ports.sole()
                            .alone(
                                    () ->
                                            ports.watch()
                                                    .due(ports.terms().rest())
                                                    .ifPresent(look -> look(look, news)));
        }
        return List.copyOf(news);
    }

    private void look(ScalingWatch.Look look, List<ScalingWatch.Kept> news) {
        switch (ports.scaling().observe()) {
            case Answer.Done<Fleet>(var fleet) -> {
                ports.watch().saw(fleet);
                look(look, fleet, news);
            }
            case Answer.Failed<Fleet>(var why) ->
                    tell(look, Decision.stay(0, Cause.AWAY), why.toString(), news);
        }
    }

    private void look(ScalingWatch.Look look, Fleet fleet, List<ScalingWatch.Kept> news) {
        Bounds limits = ports.terms().limits();
        if (fleet.bounds().max() > limits.max()) {
            tell(look, ceiling(fleet), outcome(ports.scaling().bound(lowered(fleet), why())), news);
        } else if (ports.terms().tracker() == ScalingTerms.Tracker.CLOUD) {
            tell(look, Decision.stay(fleet.desired(), Cause.CLOUD), NOTHING, news);
        } else {
            track(look, fleet, news);
        }
    }

    private static Why why() {
        return new Why(ACTOR, "the ceiling that the settings say");
    }

    private Decision ceiling(Fleet fleet) {
        int max = ports.terms().limits().max();
        return new Decision(
                fleet.desired(),
                Math.min(fleet.desired(), max),
                Cause.CEILING,
                Cause.CEILING.words() + " of " + max);
    }

    /// A floor of now is no bound for ever, so where a plan is kept its own bound counts.
    private Bounds lowered(Fleet fleet) {
        int max = ports.terms().limits().max();
        int min =
                ports.terms().tracker() == ScalingTerms.Tracker.CLOUD
                        ? fleet.bounds().min()
                        : ports.plans().plan().bounds().min();
        return new Bounds(Math.min(min, max), max);
    }

    private void track(ScalingWatch.Look look, Fleet fleet, List<ScalingWatch.Kept> news) {
        Load load = Load.of(ports.loads().all(), ports.owed().now(), look.now());
        Ruling ruling =
                ports.terms().rule().decide(new Standing(fleet, load, look.pace(), look.now()));
        Decision decision = ruling.decision();
        if (!decision.moves() && fleet.running() >= fleet.desired()) {
            ports.watch().pace(ruling.pace());
            tell(look, decision, NOTHING, news);
            return;
        }
        // As many as before are asked for again where some have died.
        Answer<Fleet> asked =
                ports.scaling().scaleTo(decision.to(), new Why(ACTOR, decision.told()));
        if (asked instanceof Answer.Done<Fleet>(var after)) {
            ports.watch().saw(after);
            ports.watch().pace(ruling.pace());
        }
        tell(look, decision, outcome(asked), news);
    }

    private static String outcome(Answer<Fleet> answer) {
        return switch (answer) {
            case Answer.Done<Fleet>(_) -> DONE;
            case Answer.Failed<Fleet>(var why) -> why.toString();
        };
    }

    /// What repeats the last decision is not kept again.
    private void tell(
            ScalingWatch.Look look,
            Decision decision,
            String outcome,
            List<ScalingWatch.Kept> news) {
        boolean repeats =
                ports.watch().decisions(1).stream()
                        .anyMatch(last -> decision.repeats(last.decision()));
        if (!repeats) {
            ports.watch().keep(decision, outcome);
            news.add(new ScalingWatch.Kept(look.now(), decision, outcome));
        }
    }
}
