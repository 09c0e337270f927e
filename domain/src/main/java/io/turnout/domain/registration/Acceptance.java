package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import java.util.List;

/// Taking what was offered. Like a hold that runs, an offer is kept though the licence lapsed or
/// the seats were lowered since.
public final class Acceptance {
    private Acceptance() {}

    public static AcceptDecision decide(AcceptRequest request, Standing standing) {
        if (standing.registration().isEmpty()) {
            return new AcceptDecision.UnknownRegistration(request.registration());
        }
        Registration registration = standing.registration().get();
        return switch (registration.status()) {
            case CONFIRMED -> new AcceptDecision.AlreadyConfirmed(registration);
            case WAITLISTED, CANCELLED -> new AcceptDecision.NothingOffered(registration);
            case OFFERED -> accept(registration, standing);
        };
    }

    private static AcceptDecision accept(Registration registration, Standing standing) {
        boolean running =
                registration.waiting() instanceof Waiting.Offered offer
                        && offer.runningAt(standing.now());
        if (!running) {
            return new AcceptDecision.NothingOffered(registration);
        }
        if (standing.offer().filter(event -> event.openAt(standing.now())).isEmpty()) {
            return new AcceptDecision.Closed(registration.event());
        }
        List<Capacity> after =
                registration.demand().seats().entrySet().stream()
                        .map(
                                seats ->
                                        standing.room(seats.getKey())
                                                .hold(-seats.getValue())
                                                .take(seats.getValue()))
                        .toList();
        return new AcceptDecision.Accepted(registration.accepted(), after);
    }
}
