package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Undecided;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Who waits for a writer, first come first served within an org, and deficit round robin between
/// orgs: each org's turn is worth the same number of people, however many it has waiting, and only
/// one writer serves an org at a time, so that a flood on one leaves the other writer to the rest
/// (B9). Bounded: what does not fit is refused at once. A line is never longer than the room that
/// is left, so one flood gets half of it, two get a third each, and a newcomer always fits in.
///
/// A burst may wait. A line whose first has waited long at every turn for a second is no burst:
/// until it is empty once, whoever waited longer than a quarter of a second is told so, since
/// those behind can still be served in time (RFC 8289 says why).
final class AdmissionQueue {
    static final int ASKS_A_TURN = 256;
    private static final int PEOPLE_A_TURN = 256;

    private static final long STANDING_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long WAIT_NANOS = Duration.ofMillis(250).toNanos();

    private final int bound;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition anyReady = lock.newCondition();
    private final Map<OrgId, Line> lines = new HashMap<>();
    private final Deque<Line> ready = new ArrayDeque<>();
    private volatile int waiting;
    private boolean closed;

    AdmissionQueue(int bound) {
        this(bound, System::nanoTime);
    }

    AdmissionQueue(int bound, LongSupplier nanos) {
        this.bound = bound;
        this.nanos = nanos;
    }

    /// What became of somebody who came.
    enum Place {
        IN_LINE,
        /// Too many of the same org wait already.
        LINE_FULL,
        /// Too many wait, whoever they are, or nobody is let in any more.
        QUEUE_FULL
    }

    /// Joins the line of its org.
    Place offer(Ask<?> ask) {
        lock.lock();
        try {
            Place place = place(ask.task().org());
            if (place == Place.IN_LINE) {
                Line line = lines.computeIfAbsent(ask.task().org(), Line::new);
                line.asks.addLast(new Waiting(ask, nanos.getAsLong()));
                setWaiting(waiting + 1);
                makeReady(line);
            }
            return place;
        } finally {
            lock.unlock();
        }
    }

    private Place place(OrgId org) {
        if (closed || waiting >= bound) {
            return Place.QUEUE_FULL;
        }
        Line line = lines.get(org);
        int length = line == null ? 0 : line.asks.size();
        return length < bound - waiting ? Place.IN_LINE : Place.LINE_FULL;
    }

    /// Whether one more of this org would be let in now, before anything is done for it. While the
    /// queue is less than half full nobody's line can be too long, and no lock is needed to know.
    boolean admits(OrgId org) {
        if (waiting < bound / 2) {
            return true;
        }
        lock.lock();
        try {
            return place(org) == Place.IN_LINE;
        } finally {
            lock.unlock();
        }
    }

    /// Only under the lock; others may read it without.
    private void setWaiting(int count) {
        waiting = count;
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
        long now = nanos.getAsLong();
        line.look(now);
        List<Ask<?>> asks = new ArrayList<>();
        while (asks.size() < ASKS_A_TURN) {
            Waiting next = line.asks.peekFirst();
            if (next == null || next.ask.task().cost() > line.deficit) {
                break;
            }
            line.asks.removeFirst();
            setWaiting(waiting - 1);
            if (line.standing && next.waited(now) > WAIT_NANOS) {
                next.ask.turnAway(Undecided.Cause.OVERLOADED);
            } else if (next.ask.take()) {
                line.deficit -= next.ask.task().cost();
                asks.add(next.ask);
            }
        }
        if (line.asks.isEmpty()) {
            line.deficit = 0;
            line.standing = false;
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
        return waiting;
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

    private record Waiting(Ask<?> ask, long since) {
        long waited(long now) {
            return now - since;
        }
    }

    private static final class Line {
        private static final long NEVER = Long.MIN_VALUE;

        private final OrgId org;
        private final Deque<Waiting> asks = new ArrayDeque<>();
        private int deficit;
        private boolean served;
        private boolean inReady;

        /// Since when its first has waited long at every turn.
        private long slowSince = NEVER;

        private boolean standing;

        private Line(OrgId org) {
            this.org = org;
        }

        private void look(long now) {
            Waiting first = asks.peekFirst();
            if (first == null || first.waited(now) <= WAIT_NANOS) {
                slowSince = NEVER;
            } else if (slowSince == NEVER) {
                slowSince = now;
            } else if (now - slowSince >= STANDING_NANOS) {
                standing = true;
            }
        }
    }
}
