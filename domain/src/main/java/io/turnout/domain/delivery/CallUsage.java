package io.turnout.domain.delivery;

import java.time.Instant;

/// How many of an org's calls of the last 24 hours everybody together has used, ours and those of
/// its other tools, and when its Salesforce said so. A paid org may be over its `max` for a while.
public record CallUsage(long used, long max, Instant at) {
    public CallUsage {
        if (used < 0 || max < 0) {
            throw new IllegalArgumentException(used + " of " + max + " calls used");
        }
    }
}
