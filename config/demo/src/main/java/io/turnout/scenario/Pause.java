package io.turnout.scenario;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waiting that nobody needs to catch.
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
