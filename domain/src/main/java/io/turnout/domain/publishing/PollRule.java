package io.turnout.domain.publishing;

import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.Spending;
import java.time.Duration;

/// How often an org is asked what changed in it. Nudges tell sooner, so the longer they are
/// believed the less often we ask; but they are never believed whole. `part` of our share of calls
/// may be spent on it.
public record PollRule(BudgetRule budget, double part) {
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    public static final Duration LONGEST = Duration.ofMinutes(15);

    /// How long a nudge speaks for those that may follow.
    public static final Duration NUDGES_COUNT = Duration.ofDays(1);

    private static final double USUAL_PART = 0.5;

    public PollRule(BudgetRule budget) {
        this(budget, USUAL_PART);
    }

    /// The time to the next poll. `nudged` says whether any nudge came within `NUDGES_COUNT`,
    /// `untold` whether this poll found what no nudge had told.
    public Duration next(Duration before, boolean nudged, boolean untold, Spending spending) {
        Duration wish =
                !nudged || untold
                        ? SHORTEST
                        : shorter(LONGEST, longer(SHORTEST, before.multipliedBy(2)));
        return longer(wish, affordable(spending));
    }

    /// After a poll that failed: as soon as the rule allows, then less and less often.
    public Duration retry(int failures, Spending spending) {
        long times = 1L << Math.clamp(failures - 1L, 0, 4);
        return longer(shorter(LONGEST, SHORTEST.multipliedBy(times)), affordable(spending));
    }

    /// Nothing stretches the time before the org has said how many calls it may make: a poll is how
    /// we hear of it, and each call still asks the account.
    private Duration affordable(Spending spending) {
        if (spending.everybody().isEmpty()) {
            return Duration.ZERO;
        }
        long polls = Math.max(1, (long) Math.floor(budget.limit(spending) * part));
        return Duration.ofMillis(Math.ceilDiv(BudgetRule.WINDOW.toMillis(), polls));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
