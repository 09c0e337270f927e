package io.turnout.domain.delivery;

import java.time.Duration;
import java.util.Optional;

/// How much of an org's daily calls is ours (A21). `share` is the part we may use ourselves;
/// `reserve` is the part of the whole that we leave to the org's other tools whatever else is
/// free. Both are of the calls the org may make in 24 rolling hours.
public record BudgetRule(double share, double reserve) {
    /// A fifth for us, and the last twentieth for nobody but the org.
    public static final BudgetRule USUAL = new BudgetRule(0.2, 0.05);

    /// How long a call counts.
    public static final Duration WINDOW = Duration.ofHours(24);

    /// After so long one call is made to hear how an org stands whose calls were used up: calls
    /// leave the window as time goes by, and nothing but an answer tells.
    public static final Duration PROBE = Duration.ofMinutes(15);

    /// Until the org has said how many calls it may make.
    private static final long UNKNOWN_LIMIT = 100;

    /// From this part of our share on, calls start less often than at rest.
    private static final double EASY = 0.5;

    /// From this part on, what is owed is delayed.
    private static final double SCARCE = 0.1;

    private static final Duration WIDE = Duration.ofSeconds(10);
    private static final Duration WIDEST = Duration.ofMinutes(15);

    public BudgetRule {
        if (!(share > 0 && share <= 1 && reserve >= 0 && reserve < 1)) {
            throw new IllegalArgumentException("a share is in (0, 1], a reserve in [0, 1)");
        }
    }

    /// How many calls are ours in 24 hours.
    public long limit(Spending spending) {
        return spending.everybody()
                .map(all -> Math.max(1, (long) Math.floor(all.max() * share)))
                .orElse(UNKNOWN_LIMIT);
    }

    /// How many more calls we may make now: of our share, and above the reserve. What is left of
    /// the share matters to us alone, the reserve to everybody.
    public long left(Spending spending) {
        long ofShare = limit(spending) - spending.ours();
        long ofAll =
                spending.everybody()
                        .map(all -> ceiling(all) - all.used() - spending.since())
                        .orElse(ofShare);
        return Math.max(0, Math.min(ofShare, ofAll));
    }

    private long ceiling(CallUsage all) {
        return (long) Math.floor(all.max() * (1 - reserve));
    }

    /// The part of our share that is left, from 0 to 1.
    public double partLeft(Spending spending) {
        return (double) left(spending) / limit(spending);
    }

    /// Whether one more call of this kind may be made. The last calls are for those who wait.
    public boolean permits(Spending spending, CallKind kind) {
        return left(spending) > keptFor(kind) * limit(spending);
    }

    /// Whether an org whose calls were used up is asked once more. `quiet` says that neither a call
    /// of ours nor an answer is younger than `PROBE`.
    public boolean mayProbe(Spending spending, boolean quiet) {
        return quiet && limit(spending) > spending.ours();
    }

    /// The part of our share that a kind of call must leave to the kinds before it.
    private static double keptFor(CallKind kind) {
        return switch (kind) {
            case LIVE -> 0;
            case COUNTS, LINKS, CATALOGUE -> 0.05;
            case BACKFILL, UPKEEP -> 0.1;
        };
    }

    /// The least time between two calls of one lane: `rest` while there is plenty, up to ten
    /// seconds as our share shrinks, and up to fifteen minutes for the last tenth of it.
    public Duration pace(Spending spending, Duration rest) {
        double left = partLeft(spending);
        if (left >= EASY) {
            return rest;
        }
        if (left >= SCARCE) {
            double tight = (EASY - left) / (EASY - SCARCE);
            double millis = rest.toMillis() + tight * (WIDE.toMillis() - rest.toMillis());
            return longer(rest, Duration.ofMillis(Math.round(millis)));
        }
        double scarce = (SCARCE - left) / SCARCE;
        double widening = Math.pow((double) WIDEST.toMillis() / WIDE.toMillis(), scarce);
        return longer(rest, Duration.ofMillis(Math.round(WIDE.toMillis() * widening)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// How long rows need to leave at this spending, one full call a pace; empty when our share
    /// does not last for them and the answer is "when older calls leave the window".
    public Optional<Duration> drainTime(Spending spending, long rows, Duration rest) {
        long calls = Math.ceilDiv(rows, BatchRule.ROWS_PER_CALL_MAX);
        return calls > left(spending)
                ? Optional.empty()
                : Optional.of(pace(spending, rest).multipliedBy(calls));
    }
}
