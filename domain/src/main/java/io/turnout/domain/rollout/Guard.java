package io.turnout.domain.rollout;

import java.time.Duration;

/// What the orgs of a wave may be worse in than those that were not reached yet, and what happens
/// by itself when they are.
///
/// @param errorRate how much greater the part of failed requests may be
/// @param latencyRatio how many times as long the slowest twentieth may take
/// @param backlog for how long the oldest row may wait for Salesforce
/// @param budget which part of an org's calls of a day may be used
/// @param sample fewer requests, in the wave or beside it, are not judged
public record Guard(
        double errorRate,
        double latencyRatio,
        Duration backlog,
        double budget,
        long sample,
        OnBreach onBreach) {
    public static final Duration BACKLOG_MAX = Duration.ofDays(1);
    public static final Guard USUAL =
            new Guard(0.01, 1.5, Duration.ofMinutes(5), 0.9, 100, OnBreach.PAUSE);

    /// What happens.
    public enum OnBreach {
        PAUSE,
        ROLL_BACK_WAVE,
        ROLL_BACK_ALL
    }

    public Guard {
        if (!(errorRate >= 0 && errorRate <= 1) || !(budget > 0 && budget <= 1)) {
            throw new IllegalArgumentException("a part is 0 to 1");
        }
        if (!(latencyRatio >= 1 && latencyRatio <= 100) || sample < 1) {
            throw new IllegalArgumentException("1 to 100 times as long, of 1 request or more");
        }
        if (!backlog.isPositive() || backlog.compareTo(BACKLOG_MAX) > 0) {
            throw new IllegalArgumentException("a row waits for at most a day");
        }
    }
}
