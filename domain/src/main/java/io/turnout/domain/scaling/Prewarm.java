package io.turnout.domain.scaling;

import java.time.Duration;
import java.time.Instant;

/// What is started before a sale begins that is known of: so many instances at least, from some
/// time before until some time after. With `min` 0 there is none.
public record Prewarm(int min, Duration lead, Duration lasts) {
    public static final Prewarm NONE =
            new Prewarm(0, Duration.ofMinutes(10), Duration.ofMinutes(30));

    public Prewarm {
        if (min < 0 || min > Bounds.MOST || lead.isNegative() || !lasts.isPositive()) {
            throw new IllegalArgumentException(min + " before a sale, " + lead + ", " + lasts);
        }
    }

    public boolean isNone() {
        return min == 0;
    }

    public Floor before(Instant start) {
        return new Floor(start.minus(lead), start.plus(lasts), min);
    }
}
