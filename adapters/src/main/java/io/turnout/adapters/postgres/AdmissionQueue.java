package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Who waits for a writer, first come first served within an org, and deficit round robin between
/// orgs: each org's turn is worth the same number of people, however many it has waiting, and only
/// one writer serves an org at a time, so that a flood on one leaves the other writer to the rest
/// (B9). Bounded: what does not fit is refused at once.
final class AdmissionQueue {
    static final int ASKS_A_TURN = 256;
    private static final int PEOPLE_A_TURN = 256;

    private final int bound;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition anyReady = lock.newCondition();
    private final Map<OrgId, Line> lines = new HashMap<>();
    private final Deque<Line> ready = new ArrayDeque<>();
    private int waiting;
    private boolean closed;

    AdmissionQueue(int bound) {
        this.bound = bound;
    }

    /// Joins the line of its org. False when the queue is full or closed.
    boolean offer(Ask<?> ask) {
        lock.lock();
        try {
            if (closed || waiting >= bound) {
                return false;
            }
            Line line = lines.computeIfAbsent(ask.task().org(), Line::new);
            line.asks.addLast(ask);
            waiting++;
            makeReady(line);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void makeReady(Line line) {
        if (!line.served && !line.inReady && !line.asks.isEmpty()) {
            line.inReady = true;
            ready.addLast(line);
            anyReady.signal();
        }
    }

    /// The next org's turn; waits until there is one. Empty when the queue is closed and drained.
    Optional<Turn> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                Line line = ready.pollFirst();
                if (line == null && closed) {
                    return Optional.empty();
                }
                if (line == null) {
                    anyReady.await();
                    continue;
                }
                line.inReady = false;
                List<Ask<?>> asks = take(line);
                if (!asks.isEmpty()) {
                    line.served = true;
                    return Optional.of(new Turn(line.org, asks));
                }
                forgetIfIdle(line);
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Ask<?>> take(Line line) {
        line.deficit += PEOPLE_A_TURN;
        List<Ask<?>> asks = new ArrayList<>();
        while (asks.size() < ASKS_A_TURN) {
            Ask<?> next = line.asks.peekFirst();
            if (next == null || next.task().cost() > line.deficit) {
                break;
            }
            line.asks.removeFirst();
            waiting--;
            if (next.take()) {
                line.deficit -= next.task().cost();
                asks.add(next);
            }
        }
        if (line.asks.isEmpty()) {
            line.deficit = 0;
        }
        return asks;
    }

    /// The org's turn is over; the next one may begin.
    void done(Turn turn) {
        lock.lock();
        try {
            Line line = lines.get(turn.org());
            if (line != null) {
                line.served = false;
                makeReady(line);
                forgetIfIdle(line);
            }
        } finally {
            lock.unlock();
        }
    }

    private void forgetIfIdle(Line line) {
        if (line.asks.isEmpty() && !line.served) {
            lines.remove(line.org);
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /// Takes nobody in any more. Who is in line is still served.
    void close() {
        lock.lock();
        try {
            closed = true;
            anyReady.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// What one writer decides in one transaction.
    record Turn(OrgId org, List<Ask<?>> asks) {}

    private static final class Line {
        private final OrgId org;
        private final Deque<Ask<?>> asks = new ArrayDeque<>();
        private int deficit;
        private boolean served;
        private boolean inReady;

        private Line(OrgId org) {
            this.org = org;
        }
    }
}
