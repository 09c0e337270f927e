package io.turnout.adapters.http.lane;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How much can be worked on at once, learnt from what became of it: where more than a tenth of
/// what was answered took longer than a second, or was given up for want of time, less is let in;
/// else a little more. What is let in and given up later is the dearest refusal of all.
final class Tide {
    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();
    private static final long SLOW_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int LEAST = 64;
    private static final int TENTH = 10;
    private static final int TWENTIETH = 20;

    private final int most;
    private final LongSupplier nanos;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicLong lookedAt;
    private volatile int height;

    Tide(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.lookedAt = new AtomicLong(nanos.getAsLong());
        this.height = most;
    }

    int height() {
        return height;
    }

    void answered(long took, boolean givenUp) {
        answered.incrementAndGet();
        if (givenUp || took > SLOW_NANOS) {
            late.incrementAndGet();
        }
        long now = nanos.getAsLong();
        long before = lookedAt.get();
        if (now - before >= LOOK_NANOS && lookedAt.compareAndSet(before, now)) {
            look();
        }
    }

    private void look() {
        int all = answered.getAndSet(0);
        boolean tooMuch = late.getAndSet(0) * TENTH > all;
        height =
                tooMuch
                        ? Math.min(most, Math.max(LEAST, height * 7 / TENTH))
                        : Math.min(most, height + height / TWENTIETH + 1);
    }
}
