package io.turnout.domain.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How many instances follow from a load: as many as it is worth, at once when that is more, and
/// fewer slowly, when it has been less for long. Between the two nothing happens.
///
/// @param each what one instance is to bear
/// @param out how long new instances have to begin before more are started
/// @param in how long it has to be quiet before one is stopped, and again before the next
/// @param slack how much more load those that stay could bear, as a part of it
public record ScalingRule(Targets each, Duration out, Duration in, double slack) {
    public static final ScalingRule USUAL =
            new ScalingRule(Targets.USUAL, Duration.ofSeconds(30), Duration.ofMinutes(5), 0.25);

    /// Of those that run, one in so many is stopped at a time, and at least one.
    private static final int PART = 4;

    public ScalingRule {
        if (out.isNegative() || in.isNegative() || !(slack >= 0)) {
            throw new IllegalArgumentException("neither times nor slack are below 0");
        }
    }

    /// How it stands at one look.
    public record Standing(Fleet fleet, Load load, Pace pace, Instant now) {
        int have() {
            return fleet.desired();
        }
    }

    /// What was decided, and the pace that holds once it is done.
    public record Ruling(Decision decision, Pace pace) {}

    public Ruling decide(Standing at) {
        Bounds bounds = at.fleet().bounds();
        if (at.have() < bounds.min()) {
            return moved(at, bounds.min(), Cause.FLOOR, told(Cause.FLOOR, bounds.min()));
        }
        if (at.have() > bounds.max()) {
            return moved(at, bounds.max(), Cause.CEILING, told(Cause.CEILING, bounds.max()));
        }
        Targets.Need need = each.need(at.load());
        if (need.instances() > at.have()) {
            return more(at, need);
        }
        return need.instances(slack) < at.have() && bounds.min() < at.have()
                ? fewer(at, need)
                : enough(at, need);
    }

    private static String told(Cause cause, int bound) {
        return cause.words() + " of " + bound;
    }

    private Ruling more(Standing at, Targets.Need need) {
        int max = at.fleet().bounds().max();
        if (at.have() == max) {
            return stayed(at, Cause.AT_MOST, told(Cause.AT_MOST, max) + "; " + need.told());
        }
        if (at.now().isBefore(at.pace().outAt().plus(out))) {
            return stayed(at, Cause.COOLING, Cause.COOLING.words() + "; " + need.told());
        }
        // Those that are asked for bear nothing yet, so what waits meanwhile looks like more.
        int doubled = Math.max(1, 2 * at.have());
        int to = Math.min(max, Math.min(need.instances(), doubled));
        return moved(at, to, need.cause(), need.told());
    }

    private Ruling enough(Standing at, Targets.Need need) {
        return at.load().heldBack() > 0 && each.wished(at.load()) > at.have()
                ? stayed(
                        at,
                        Cause.BUDGET,
                        String.format(
                                Locale.ROOT, "%d %s", at.load().heldBack(), Cause.BUDGET.words()))
                : stayed(at, Cause.STEADY, Cause.STEADY.words() + "; " + need.told());
    }

    private static Ruling stayed(Standing at, Cause cause, String told) {
        return new Ruling(Decision.stay(at.have(), cause, told), at.pace().busy());
    }

    private Ruling fewer(Standing at, Targets.Need need) {
        if (at.load().instances() < at.fleet().running()) {
            return stayed(
                    at,
                    Cause.SILENT,
                    Cause.SILENT.words()
                            + ": "
                            + at.load().instances()
                            + " of "
                            + at.fleet().running());
        }
        if (at.now().isBefore(at.pace().calmSince(at.now()).plus(in))) {
            String told = Cause.WATCHING.words() + "; " + need.told();
            return new Ruling(
                    Decision.stay(at.have(), Cause.WATCHING, told), at.pace().quiet(at.now()));
        }
        int least = Math.max(at.fleet().bounds().min(), need.instances(slack));
        int to = Math.max(least, at.have() - Math.max(1, at.have() / PART));
        return moved(at, to, Cause.QUIET, Cause.QUIET.words() + "; " + need.told());
    }

    private static Ruling moved(Standing at, int to, Cause cause, String told) {
        Pace pace = to > at.have() ? at.pace().out(at.now()) : at.pace().in(at.now());
        return new Ruling(new Decision(at.have(), to, cause, told), pace);
    }
}
