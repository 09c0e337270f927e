package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.Instant;

/// An org in a wave that has begun, and how far it is there.
public record Member(OrgId org, int wave, State state, Instant since) {
    /// How far.
    public enum State {
        /// It waits for its night.
        PENDING,
        LIVE,
        ROLLED_BACK,
        OPTED_OUT
    }

    Member to(State next, Instant now) {
        return new Member(org, wave, next, now);
    }
}
