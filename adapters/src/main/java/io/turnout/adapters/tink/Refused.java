package io.turnout.adapters.tink;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What did not open where it stood: it was changed, or copied from elsewhere, and somebody should
/// look. All of it is counted, and a line a minute at most is logged.
final class Refused {
    private static final Logger LOG = LoggerFactory.getLogger(Refused.class);
    private static final long QUIET_NANOS = 60_000_000_000L;

    private final AtomicLong count = new AtomicLong();
    private final AtomicLong loggedAt = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    long count() {
        return count.get();
    }

    /// Raises the alarm. `where` names a row by ids, never anything of a person.
    IllegalStateException refuse(String where, String why, @Nullable Exception cause) {
        long all = count.incrementAndGet();
        long now = System.nanoTime();
        long before = loggedAt.get();
        if (now - before >= QUIET_NANOS && loggedAt.compareAndSet(before, now)) {
            LOG.error("ALARM: a ciphertext was refused: {}: {}; {} so far", where, why, all);
        }
        return new IllegalStateException(why + ": " + where, cause);
    }
}
