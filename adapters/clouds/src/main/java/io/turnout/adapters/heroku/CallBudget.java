package io.turnout.adapters.heroku;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/// What is left of the calls of an account: 4,500 an hour, which come back one by one. Heroku tells
/// with each answer how many are left; a reserve of those is for people.
final class CallBudget {
    private static final long HOURLY = 4_500;
    private static final long RESERVE = 100;
    private static final Duration EACH = Duration.ofHours(1).dividedBy(HOURLY);

    private final InstantSource clock;
    private long left = HOURLY;
    private Instant since;

    CallBudget(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /// How long until so many calls may be made; none when they may be made now, and are counted.
    synchronized Duration wait(int calls) {
        long back = Duration.between(since, clock.instant()).dividedBy(EACH);
        if (back > 0) {
            left = Math.min(HOURLY, left + back);
            since = since.plus(EACH.multipliedBy(back));
        }
        long lacking = RESERVE + calls - left;
        if (lacking > 0) {
            return EACH.multipliedBy(lacking);
        }
        left -= calls;
        return Duration.ZERO;
    }

    /// What Heroku says is left, which others use too.
    synchronized void learn(OptionalLong remaining) {
        if (remaining.isPresent()) {
            left = remaining.getAsLong();
            since = clock.instant();
        }
    }
}
