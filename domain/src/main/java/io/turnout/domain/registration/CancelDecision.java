package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import java.util.List;

/// What became of a request to cancel. Seats are released exactly once.
public sealed interface CancelDecision
        permits CancelDecision.Cancelled,
                CancelDecision.AlreadyCancelled,
                CancelDecision.UnknownRegistration,
                Undecided {
    record Cancelled(Registration registration, List<Capacity> capacities)
            implements CancelDecision {
        public Cancelled {
            capacities = List.copyOf(capacities);
        }
    }

    record AlreadyCancelled(Registration registration) implements CancelDecision {}

    record UnknownRegistration(RegistrationId id) implements CancelDecision {}
}
