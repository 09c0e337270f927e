package io.turnout.config;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something over and over on threads of its own: again at once while there is more to do,
/// else after a pause. What it throws is logged once and tried again. Stopping lets a round end,
/// and waits for no pause.
final class Loop implements House.Part {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private final String name;
    private final Duration pause;
    private final BooleanSupplier round;
    private final Thread[] threads;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /// Prepares a loop.
    ///
    /// @param round does one round, and says whether there may be more to do right away
    Loop(String name, int threads, Duration pause, BooleanSupplier round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.threads = new Thread[threads];
    }

    @Override
    public void start() {
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().name(name + "-" + (i + 1)).daemon().start(this::run);
        }
    }

    private void run() {
        boolean failed = false;
        while (stopped.getCount() > 0) {
            boolean more = false;
            try {
                more = round.getAsBoolean();
                failed = false;
            } catch (RuntimeException e) {
                if (!failed) {
                    LOG.warn("{} failed and goes on trying", name, e);
                }
                failed = true;
            }
            if (!more && !rest()) {
                return;
            }
        }
    }

    private boolean rest() {
        try {
            long half = Math.max(1, pause.toMillis() / 2);
            long rest = half + ThreadLocalRandom.current().nextLong(half + 1);
            return !stopped.await(rest, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        for (Thread thread : threads) {
            try {
                if (thread != null && !thread.join(LAST_ROUND)) {
                    thread.interrupt();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
