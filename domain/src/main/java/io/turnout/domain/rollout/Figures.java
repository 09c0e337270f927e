package io.turnout.domain.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What was measured of some orgs over some time.
///
/// @param latencies how many requests took at most as long as each bound, and no less than the one
///     before; the last count is of those that took longer than all bounds
/// @param backlog how long the oldest row has waited for Salesforce
/// @param budget the largest part of its calls of a day that any of the orgs has used
/// @param newest when the last of it was measured
public record Figures(
        long requests,
        long errors,
        List<Long> latencies,
        Duration backlog,
        double budget,
        Optional<Instant> newest) {
    /// In milliseconds, ten to a decade, each about a quarter more than the one before.
    public static final List<Integer> BOUNDS =
            List.of(
                    1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 63, 80, 100, 125, 160, 200,
                    250, 315, 400, 500, 630, 800, 1_000, 1_250, 1_600, 2_000, 2_500, 3_150, 4_000,
                    5_000, 6_300, 8_000, 10_000);

    public static final Figures NONE =
            new Figures(0, 0, noLatencies(), Duration.ZERO, 0, Optional.empty());

    private static final double MOST = 0.95;

    public Figures {
        latencies = List.copyOf(latencies);
        if (latencies.size() != BOUNDS.size() + 1 || errors < 0 || requests < errors) {
            throw new IllegalArgumentException(errors + " of " + requests + " failed");
        }
    }

    /// A count of nothing for each bound and beyond.
    public static List<Long> noLatencies() {
        return Collections.nCopies(BOUNDS.size() + 1, 0L);
    }

    /// Which count a request belongs to.
    public static int bucket(long millis) {
        int found = Collections.binarySearch(BOUNDS, (int) Math.min(millis, Integer.MAX_VALUE));
        return found >= 0 ? found : -found - 1;
    }

    public double errorRate() {
        return requests == 0 ? 0 : (double) errors / requests;
    }

    /// The bound, in milliseconds, within which 19 of 20 requests stayed.
    public int latency() {
        long all = latencies.stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (int i = 0; i < BOUNDS.size(); i++) {
            seen += latencies.get(i);
            if (seen >= all * MOST) {
                return all == 0 ? 0 : BOUNDS.get(i);
            }
        }
        return 2 * BOUNDS.getLast();
    }

    public Figures plus(Figures other) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < latencies.size(); i++) {
            sums.add(latencies.get(i) + other.latencies.get(i));
        }
        return new Figures(
                requests + other.requests,
                errors + other.errors,
                sums,
                backlog.compareTo(other.backlog) > 0 ? backlog : other.backlog,
                Math.max(budget, other.budget),
                newest.filter(at -> other.newest.filter(at::isBefore).isEmpty()).or(other::newest));
    }
}
