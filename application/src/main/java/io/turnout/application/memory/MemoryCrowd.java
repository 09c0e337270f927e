package io.turnout.application.memory;

import io.turnout.application.waitingroom.Crowd;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Crowding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The crowd at the doors of this instance, counted in memory: for the real house as well, since
/// what it counts is here and passes.
public final class MemoryCrowd implements Crowd {
    /// Of more events at a time nobody is counted: a name that is made up costs nothing.
    private static final int DOORS_MAX = 10_000;

    private final InstantSource clock;
    private final Map<Door, Count> counts = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> looked;

    public MemoryCrowd(InstantSource clock) {
        this.clock = clock;
        this.looked = new AtomicReference<>(clock.instant());
    }

    private static final class Count {
        private final LongAdder waiting = new LongAdder();
        private final LongAdder decided = new LongAdder();
        private final LongAdder turnedAway = new LongAdder();

        private boolean nobody() {
            return waiting.sum() == 0 && decided.sum() == 0 && turnedAway.sum() == 0;
        }
    }

    @Override
    public <D> D count(OrgId org, EventId event, Predicate<D> turnedAway, Supplier<D> decision) {
        Door door = new Door(org, event);
        if (counts.size() >= DOORS_MAX && !counts.containsKey(door)) {
            return decision.get();
        }
        Count count = counts.computeIfAbsent(door, _ -> new Count());
        count.waiting.increment();
        try {
            D decided = decision.get();
            (turnedAway.test(decided) ? count.turnedAway : count.decided).increment();
            return decided;
        } finally {
            count.waiting.decrement();
        }
    }

    @Override
    public Map<Door, Crowding> look() {
        Instant now = clock.instant();
        Duration over = Duration.between(looked.getAndSet(now), now);
        Map<Door, Crowding> seen = new HashMap<>();
        counts.forEach(
                (door, count) -> {
                    if (count.nobody()) {
                        counts.remove(door, count);
                    } else {
                        seen.put(
                                door,
                                new Crowding(
                                        count.waiting.intValue(),
                                        count.decided.sumThenReset(),
                                        count.turnedAway.sumThenReset(),
                                        over));
                    }
                });
        return seen;
    }
}
