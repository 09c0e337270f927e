package io.turnout.simulator.org;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;

/// Calls allowed and used in the last 24 hours. The window rolls minute by minute: what was used
/// comes back a day later, not at midnight.
public final class Budget {
    private static final int MINUTES = (int) Duration.ofHours(24).toMinutes();

    private final InstantSource clock;
    private final int[] used = new int[MINUTES];
    private long minute;
    private int total;
    private int max;

    public Budget(int max, InstantSource clock) {
        this.max = max;
        this.clock = clock;
        this.minute = now();
    }

    private long now() {
        return clock.millis() / 60_000;
    }

    private void roll() {
        long now = now();
        for (long past = Math.max(minute + 1, now - MINUTES + 1); past <= now; past++) {
            int slot = (int) (past % MINUTES);
            total -= used[slot];
            used[slot] = 0;
        }
        minute = Math.max(minute, now);
    }

    /// Takes one call; false when the day's calls are used up.
    public synchronized boolean take() {
        roll();
        if (total >= max) {
            return false;
        }
        used[(int) (minute % MINUTES)]++;
        total++;
        return true;
    }

    public synchronized int used() {
        roll();
        return total;
    }

    public synchronized int max() {
        return max;
    }

    public synchronized void setMax(int calls) {
        max = calls;
    }

    /// Makes it as if this many calls had been made just now.
    public synchronized void setUsed(int calls) {
        Arrays.fill(used, 0);
        roll();
        used[(int) (minute % MINUTES)] = calls;
        total = calls;
    }

    public synchronized String header() {
        roll();
        return "api-usage=" + total + "/" + max;
    }

    /// What the header says when no call is left.
    public synchronized String spentHeader() {
        return "api-usage=" + max + "/" + max;
    }
}
