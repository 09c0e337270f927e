package io.turnout.domain.waitingroom;

import java.time.Instant;
import java.util.OptionalLong;

/// The numbers handed out so far: `issued` of them, the last at `lastAt`. `early` is how many it
/// were at the start. Whoever first writes after the start settles that, once and for all: who only
/// reads cannot know what is being handed out that instant.
public record Numbers(long issued, OptionalLong early, Instant lastAt) {
    public Numbers {
        if (issued < 0 || early.orElse(0) > issued) {
            throw new IllegalArgumentException(early + " early of " + issued);
        }
    }

    /// So many more, asked for together.
    public Numbers next(long more, Instant startsAt, Instant now) {
        return new Numbers(issued + more, settled(startsAt, now).early(), now);
    }

    Numbers settled(Instant startsAt, Instant now) {
        return early.isPresent() || now.isBefore(startsAt)
                ? this
                : new Numbers(issued, OptionalLong.of(issued), lastAt);
    }
}
