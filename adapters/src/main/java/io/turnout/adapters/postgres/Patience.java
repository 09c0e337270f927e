package io.turnout.adapters.postgres;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Tries again what another transaction was in the way of. A lock is waited for a quarter of a
/// second at most, so that writers of registrations never stand; whoever writes for an organiser,
/// or for a line that one instance fetches numbers for, has more time than that.
final class Patience {
    private static final int TRIES = 20;
    private static final long PAUSE_NANOS = 8_000_000;

    private Patience() {}

    static void run(Runnable transaction) {
        boolean _ =
                with(
                        () -> {
                            transaction.run();
                            return true;
                        });
    }

    static <T> T with(Supplier<T> transaction) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (Failure.of(e) != Failure.CONTENTION || tried == TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
