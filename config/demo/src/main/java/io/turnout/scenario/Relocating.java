package io.turnout.scenario;

import java.time.Duration;
import java.util.Map;

/// When visitors were told to come again because their org moves, and when the next of them was
/// served: how long nobody could write, as they saw it.
final class Relocating {
    private static final int UNAVAILABLE = 503;
    private static final int REFUSED = 300;
    private static final String TOLD = "urn:turnout:problem:relocating";
    private static final double MILLIS = 1e6;

    private long told;
    private long longest;
    private long since;

    /// An answer to somebody who wanted to write.
    void saw(Wire.Reply reply) {
        if (reply.status() < REFUSED) {
            served();
        } else if (reply.status() == UNAVAILABLE && reply.body().contains(TOLD)) {
            told();
        }
    }

    private synchronized void served() {
        if (since != 0) {
            longest = Math.max(longest, System.nanoTime() - since);
            since = 0;
        }
    }

    private synchronized void told() {
        told++;
        since = since == 0 ? System.nanoTime() : since;
    }

    /// `relocating.told`: how many were. `relocating.longest`: milliseconds from the first who was
    /// to the next who was served; a whole minute where that never came.
    synchronized Map<String, Double> figures() {
        long most = since == 0 ? longest : Duration.ofMinutes(1).toNanos();
        return Map.of("relocating.told", (double) told, "relocating.longest", most / MILLIS);
    }
}
