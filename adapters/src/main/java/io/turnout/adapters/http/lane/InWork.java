package io.turnout.adapters.http.lane;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// How much is worked on at once, as the tide allows. Each lane stops where the ones above still
/// have room, and no org has more in work than there is room left: one flood gets half of it, two
/// get a third each, and a newcomer always gets in.
final class InWork {
    private final Tide tide;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<String, Integer> orgs = new ConcurrentHashMap<>();

    InWork(int max) {
        this.tide = new Tide(max, System::nanoTime);
    }

    /// What became of a visit.
    enum Entry {
        IN,
        /// Its org has its share in work.
        ORG_FULL,
        /// Its lane is full.
        LANE_FULL
    }

    /// Lets it in, or says why not. Whoever got in leaves once.
    Entry enter(Visit visit) {
        int max = tide.height();
        int before = all.getAndIncrement();
        if (before >= visit.lane().of(max)) {
            all.decrementAndGet();
            return Entry.LANE_FULL;
        }
        if (visit.org().isPresent()) {
            int ofOrg = orgs.merge(visit.org().get(), 1, Integer::sum);
            if (ofOrg > Math.max(1, max - before)) {
                leave(visit);
                return Entry.ORG_FULL;
            }
        }
        return Entry.IN;
    }

    void leave(Visit visit) {
        all.decrementAndGet();
        visit.org()
                .ifPresent(
                        org -> {
                            var _ =
                                    orgs.computeIfPresent(
                                            org, (_, count) -> count == 1 ? null : count - 1);
                        });
    }

    /// The same, with what became of it: how long it took, and whether it was given up.
    void leave(Visit visit, long took, boolean givenUp) {
        leave(visit);
        if (visit.lane() == Lane.REGISTER) {
            tide.answered(took, givenUp);
        }
    }

    int now() {
        return all.get();
    }
}
