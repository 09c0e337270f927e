package io.turnout.application.scaling;

import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Prewarm;
import io.turnout.domain.scaling.ScalingRule;
import java.time.Duration;

/// What the settings say of scaling.
///
/// @param kind where instances are started: `none`, `machine`, `heroku` or `aws`
/// @param tracker who moves the number with the load
/// @param limits which bounds operators may choose; the upper one is where spending ends
/// @param rest how long after a look the next one is
public record ScalingTerms(
        String kind,
        Tracker tracker,
        Bounds limits,
        ScalingRule rule,
        Prewarm prewarm,
        Duration rest) {
    /// Nothing is started or stopped by the house.
    public static final ScalingTerms NONE =
            new ScalingTerms(
                    "none",
                    Tracker.NOBODY,
                    new Bounds(0, Bounds.MOST),
                    ScalingRule.USUAL,
                    Prewarm.NONE,
                    Duration.ofSeconds(10));

    /// Who moves the number of instances with the load.
    public enum Tracker {
        NOBODY,
        WE,
        CLOUD
    }
}
