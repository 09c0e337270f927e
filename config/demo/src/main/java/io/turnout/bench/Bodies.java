package io.turnout.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What the load asks for: invented people, one ticket and one session each. Keys are unique over
/// a whole bench, since the round is part of them.
final class Bodies {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int LOW_BITS = 33;
    private static final AtomicInteger ROUND = new AtomicInteger();

    private Bodies() {}

    static void nextRound() {
        var _ = ROUND.incrementAndGet();
    }

    static String key(long n) {
        return "bench-" + ROUND.get() + "-" + n;
    }

    static Load.Request registration(Fair fair, long n) {
        return new Load.Request(fair.path("registrations"), people(fair, n));
    }

    /// For one of `fairs`, mixed so that no connection and no instance has events of its own.
    static Load.Request registration(List<Fair> fairs, long n) {
        return registration(fairs.get((int) (((n * GOLDEN) >>> LOW_BITS) % fairs.size())), n);
    }

    static Load.Request hold(Fair fair) {
        String body =
                """
                {"lines":[{"item":"%s","sessions":["%s"],"quantity":1}]}\
                """
                        .formatted(fair.item(), fair.session());
        return new Load.Request(fair.path("holds"), body);
    }

    static Load.Request nothing(long n) {
        return new Load.Request(BenchApplication.Nothing.PATH, people(Fair.HOT, n));
    }

    /// What is read where nothing is looked up.
    static Load.Request readNothing() {
        return new Load.Request(BenchApplication.Nothing.PATH, "");
    }

    /// One of `paths`, in no order.
    static Load.Request oneOf(List<String> paths, long n) {
        return new Load.Request(paths.get((int) (((n * GOLDEN) >>> LOW_BITS) % paths.size())), "");
    }

    private static String people(Fair fair, long n) {
        return """
        {"attendees":[{"email":"visitor%d.%d@example.com","name":"Visitor %d of the bench",\
        "title":"Engineer","company":"Example Works","item":"%s","sessions":["%s"]}]}\
        """
                .formatted(ROUND.get(), n, n, fair.item(), fair.session());
    }
}
