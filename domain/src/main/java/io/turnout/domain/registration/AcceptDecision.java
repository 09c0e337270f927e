package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.event.EventId;
import java.util.List;

/// What became of the acceptance of an offer.
public sealed interface AcceptDecision
        permits AcceptDecision.Accepted,
                AcceptDecision.AlreadyConfirmed,
                AcceptDecision.NothingOffered,
                AcceptDecision.Closed,
                AcceptDecision.UnknownRegistration,
                Undecided {
    record Accepted(Registration registration, List<Capacity> capacities)
            implements AcceptDecision {
        public Accepted {
            capacities = List.copyOf(capacities);
        }
    }

    /// Its seats are its own already.
    record AlreadyConfirmed(Registration registration) implements AcceptDecision {}

    /// It still waits, its offer ran out, or it was given up.
    record NothingOffered(Registration registration) implements AcceptDecision {}

    record Closed(EventId event) implements AcceptDecision {}

    record UnknownRegistration(RegistrationId id) implements AcceptDecision {}
}
