package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import java.util.List;

/// Giving a registration up. Always allowed, whatever became of the event or the licence.
public final class Cancellation {
    private Cancellation() {}

    public static CancelDecision decide(CancelRequest request, Standing standing) {
        if (standing.registration().isEmpty()) {
            return new CancelDecision.UnknownRegistration(request.registration());
        }
        Registration registration = standing.registration().get();
        if (registration.status() == RegistrationStatus.CANCELLED) {
            return new CancelDecision.AlreadyCancelled(registration);
        }
        List<Capacity> after =
                registration.demand().seats().entrySet().stream()
                        .map(taken -> standing.room(taken.getKey()).take(-taken.getValue()))
                        .toList();
        return new CancelDecision.Cancelled(registration.cancelled(), after);
    }
}
