package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import java.util.List;

/// Giving a registration up, or an offer, or a place in line. Always allowed, whatever became of
/// the event or the licence.
public final class Cancellation {
    private Cancellation() {}

    public static CancelDecision decide(CancelRequest request, Standing standing) {
        if (standing.registration().isEmpty()) {
            return new CancelDecision.UnknownRegistration(request.registration());
        }
        Registration registration = standing.registration().get();
        return switch (registration.status()) {
            case CANCELLED -> new CancelDecision.AlreadyCancelled(registration);
            case WAITLISTED -> new CancelDecision.Cancelled(registration.cancelled(), List.of());
            case OFFERED, CONFIRMED ->
                    new CancelDecision.Cancelled(
                            registration.cancelled(), freed(registration, standing));
        };
    }

    private static List<Capacity> freed(Registration registration, Standing standing) {
        boolean offered = registration.status() == RegistrationStatus.OFFERED;
        return registration.demand().seats().entrySet().stream()
                .map(
                        seats -> {
                            Capacity room = standing.room(seats.getKey());
                            return offered
                                    ? room.hold(-seats.getValue())
                                    : room.take(-seats.getValue());
                        })
                .toList();
    }
}
