package io.turnout.simulator.org;

import java.time.Duration;

/// What an org allows. `longCalls` calls may run longer than `longCall` at one time.
public record Limits(
        int dailyCalls, Duration longCall, int longCalls, Duration lockWait, Duration session) {
    public static Limits standard() {
        return new Limits(
                115_000, Duration.ofSeconds(20), 25, Duration.ofSeconds(10), Duration.ofHours(2));
    }

    public Limits withDailyCalls(int calls) {
        return new Limits(calls, longCall, longCalls, lockWait, session);
    }

    public Limits withLockWait(Duration wait) {
        return new Limits(dailyCalls, longCall, longCalls, wait, session);
    }

    public Limits withLongCalls(int calls, Duration threshold) {
        return new Limits(dailyCalls, threshold, calls, lockWait, session);
    }

    public Limits withSession(Duration lifetime) {
        return new Limits(dailyCalls, longCall, longCalls, lockWait, lifetime);
    }
}
