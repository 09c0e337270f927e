package io.turnout.scenario;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// An open model: each request is sent when it is due, however slow the earlier ones are, and its
/// time counts from when it was due. So a server that stalls is seen to stall.
final class OpenLoad {
    // A client of its own address may have so many connections and no more.
    private static final int AT_ONCE_MAX = 500;
    private static final double NANOS = 1e9;

    /// One kind of traffic, what it does and where its figures go.
    record Stream(double perSecond, Visitor visitor, Figures figures) {}

    /// Does the n-th request and says what came of it. May be called by many at once.
    interface Visitor {
        Answer visit(long n);
    }

    /// Returns when the last of those that were due has its answer.
    void run(Duration lasts, List<Stream> streams) {
        long start = System.nanoTime();
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            try (ExecutorService clocks = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Stream stream : streams) {
                    var _ = clocks.submit(() -> send(stream, start, lasts, everybody));
                }
            }
            pause(start + lasts.toNanos());
        }
    }

    private void send(Stream stream, long start, Duration lasts, ExecutorService everybody) {
        long count = Math.round(lasts.toNanos() / NANOS * stream.perSecond());
        // Each kind for itself: whoever waits here waits for its own kind.
        Semaphore atOnce = new Semaphore(AT_ONCE_MAX);
        for (long n = 0; n < count; n++) {
            long number = n;
            long due = start + Math.round(n * NANOS / stream.perSecond());
            pause(due);
            atOnce.acquireUninterruptibly();
            var _ =
                    everybody.submit(
                            () -> {
                                visit(stream, number, start, due);
                                atOnce.release();
                            });
        }
    }

    private static void visit(Stream stream, long n, long start, long due) {
        Answer answer;
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
}
