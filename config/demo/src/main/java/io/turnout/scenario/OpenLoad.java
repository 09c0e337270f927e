package io.turnout.scenario;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// An open model: each request is sent when it is due, however slow the earlier ones are, and its
/// time counts from when it was due. So a server that stalls is seen to stall.
final class OpenLoad implements AutoCloseable {
    // So many may be on their way, most of them waiting to ask again.
    private static final int AT_ONCE_MAX = 100_000;

    /// A calm kind of traffic has threads of its own, so that those who feel a storm are not held
    /// up by those who make it: a hundred thousand virtual threads wait for each other here.
    private static final double CALM_PER_SECOND = 1_000;

    private static final int CALM_AT_ONCE_MAX = 8_000;
    private static final long CALM_STACK = 256 << 10;
    private static final double NANOS = 1e9;

    private static final Duration LOOK = Duration.ofMillis(20);

    private final AtomicLong away = new AtomicLong();
    private final ExecutorService shared = Executors.newVirtualThreadPerTaskExecutor();

    /// One kind of traffic, what it does and where its figures go.
    record Stream(double perSecond, Visitor visitor, Figures figures) {}

    /// Does the n-th request and says what came of it. May be called by many at once.
    interface Visitor {
        Answer visit(long n);
    }

    /// Returns when the last of those that were due has been sent.
    void send(Duration lasts, List<Stream> streams) {
        long start = System.nanoTime();
        try (ExecutorService clocks = Executors.newCachedThreadPool()) {
            for (Stream stream : streams) {
                var _ = clocks.submit(() -> send(stream, start, lasts));
            }
        }
        pause(start + lasts.toNanos());
    }

    /// Returns when everybody has an answer.
    void await() {
        while (away.get() > 0) {
            Pause.of(LOOK);
        }
    }

    private void send(Stream stream, long start, Duration lasts) {
        long count = Math.round(lasts.toNanos() / NANOS * stream.perSecond());
        boolean calm = stream.perSecond() <= CALM_PER_SECOND;
        ExecutorService visitors = calm ? ofItsOwn() : shared;
        // Each kind for itself: whoever waits here waits for its own kind.
        Semaphore atOnce = new Semaphore(calm ? CALM_AT_ONCE_MAX : AT_ONCE_MAX);
        for (long n = 0; n < count; n++) {
            long number = n;
            long due = start + Math.round(n * NANOS / stream.perSecond());
            pause(due);
            atOnce.acquireUninterruptibly();
            away.incrementAndGet();
            visitors.execute(
                    () -> {
                        visit(stream, number, start, due);
                        atOnce.release();
                        away.decrementAndGet();
                    });
        }
        if (calm) {
            visitors.shutdown();
        }
    }

    private static ExecutorService ofItsOwn() {
        return Executors.newCachedThreadPool(
                visit -> new Thread(null, visit, "visitor", CALM_STACK));
    }

    private static void visit(Stream stream, long n, long start, long due) {
        Answer answer;
        stream.figures().late(Duration.ofNanos(System.nanoTime() - due));
        try {
            answer = stream.visitor().visit(n);
        } catch (RuntimeException wrong) {
            answer = Answer.broken(wrong);
        }
        stream.figures()
                .add(
                        answer,
                        Duration.ofNanos(due - start),
                        Duration.ofNanos(System.nanoTime() - due));
    }

    private static void pause(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        await();
        shared.close();
    }
}
