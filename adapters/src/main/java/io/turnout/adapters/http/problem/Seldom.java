package io.turnout.adapters.http.problem;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Says how often something came that comes in thousands: the first at once, and from then on what
/// came meanwhile, every ten seconds at most.
final class Seldom {
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final AtomicLong came = new AtomicLong();
    private final AtomicLong saidAt;

    Seldom(LongSupplier nanos) {
        this.nanos = nanos;
        this.saidAt = new AtomicLong(nanos.getAsLong() - PAUSE.toNanos());
    }

    /// It came once more: how often since it was last said, or 0 where it is too early to say so.
    long came() {
        long all = came.incrementAndGet();
        long now = nanos.getAsLong();
        long before = saidAt.get();
        boolean due = now - before >= PAUSE.toNanos() && saidAt.compareAndSet(before, now);
        if (due) {
            came.addAndGet(-all);
        }
        return due ? all : 0;
    }
}
