package io.turnout.simulator.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Who holds which row or key. Locks are handed on in the order of asking, so that nobody starves;
/// a waiter gives up at its deadline. Two owners that wait for each other both end that way, as
/// they do on the platform.
final class Locks {
    private static final class Held {
        private Object owner;
        private final Deque<Waiter> waiters = new ArrayDeque<>();

        Held(Object owner) {
            this.owner = owner;
        }
    }

    private record Waiter(Object owner, Condition turn) {}

    private final ReentrantLock guard = new ReentrantLock();
    private final Map<String, Held> held = new HashMap<>();

    /// Takes the lock, waiting until `deadline` (`System.nanoTime`) at most; false when it passed.
    /// What the owner holds already it gets at once.
    boolean acquire(String key, Object owner, long deadline) {
        guard.lock();
        try {
            Held lock = held.get(key);
            if (lock == null) {
                held.put(key, new Held(owner));
                return true;
            }
            return lock.owner == owner || await(lock, owner, deadline);
        } finally {
            guard.unlock();
        }
    }

    private boolean await(Held lock, Object owner, long deadline) {
        Waiter waiter = new Waiter(owner, guard.newCondition());
        lock.waiters.add(waiter);
        try {
            while (lock.owner != owner) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                var _ = waiter.turn().awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lock.owner == owner;
        } finally {
            lock.waiters.remove(waiter);
        }
    }

    void release(Collection<String> keys, Object owner) {
        guard.lock();
        try {
            for (String key : keys) {
                Held lock = held.get(key);
                if (lock != null && lock.owner == owner) {
                    handOn(key, lock);
                }
            }
        } finally {
            guard.unlock();
        }
    }

    private void handOn(String key, Held lock) {
        Waiter next = lock.waiters.poll();
        if (next == null) {
            held.remove(key);
        } else {
            lock.owner = next.owner();
            next.turn().signal();
        }
    }

    static long deadlineIn(Duration wait) {
        return System.nanoTime() + wait.toNanos();
    }
}
