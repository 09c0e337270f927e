package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import java.util.List;

/// What became of a request to release a hold. Seats are released exactly once.
public sealed interface ReleaseDecision
        permits ReleaseDecision.Released,
                ReleaseDecision.AlreadyEnded,
                ReleaseDecision.StillRunning,
                ReleaseDecision.UnknownHold,
                Undecided {
    record Released(Hold hold, List<Capacity> capacities) implements ReleaseDecision {
        public Released {
            capacities = List.copyOf(capacities);
        }
    }

    /// It was used, released or expired before.
    record AlreadyEnded(Hold hold) implements ReleaseDecision {}

    /// It was to be released because its time ran out, and its time has not.
    record StillRunning(Hold hold) implements ReleaseDecision {}

    record UnknownHold(HoldId id) implements ReleaseDecision {}
}
