package io.turnout.config;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import io.turnout.domain.registration.WaitlistRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/// How many groups may wait for seats at an event (with 0 there are no waiting lists, and whoever
/// would wait is told that it is sold out), and how long an offer runs when the event is far off.
public record WaitlistSettings(
        @Min(0) @Max(100_000) int max,
        @NotNull
                @MinDuration(value = 15, unit = TimeUnit.MINUTES)
                @MaxDuration(value = 30, unit = TimeUnit.DAYS)
                Duration offer) {
    static final WaitlistSettings USUAL =
            new WaitlistSettings(
                    WaitlistRule.USUAL.max(),
                    Duration.seconds(WaitlistRule.USUAL.offer().toSeconds()));

    WaitlistRule toRule() {
        return new WaitlistRule(max, offer.toJavaDuration());
    }
}
