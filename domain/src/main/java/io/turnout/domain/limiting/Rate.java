package io.turnout.domain.limiting;

import java.time.Duration;

/// How much is allowed: `quota` at once, and as much again over each `window`, evenly.
public record Rate(long quota, Duration window) {
    private static final long QUOTA_MAX = 10_000_000;
    private static final Duration WINDOW_MAX = Duration.ofDays(1);

    public Rate {
        if (quota < 1 || quota > QUOTA_MAX) {
            throw new IllegalArgumentException("a quota of 1 to " + QUOTA_MAX + ": " + quota);
        }
        if (!window.isPositive() || window.compareTo(WINDOW_MAX) > 0) {
            throw new IllegalArgumentException("a window of up to a day: " + window);
        }
    }
}
