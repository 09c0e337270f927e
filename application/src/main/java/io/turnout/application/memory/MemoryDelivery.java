package io.turnout.application.memory;

import io.turnout.application.delivery.Outbox;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.Waiting;
import java.util.List;

/// How far the delivery of a registration has come, from the rows of its attendees.
final class MemoryDelivery {
    private MemoryDelivery() {}

    static Registration seenBy(MemoryStore.Tables org, Registration kept) {
        List<Outbox.State> states =
                kept.seats().stream()
                        .map(seat -> org.outbox.get(seat.attendee()))
                        .flatMap(java.util.stream.Stream::ofNullable)
                        .map(MemoryRow::state)
                        .toList();
        DeliveryState delivery =
                states.isEmpty()
                        ? DeliveryState.NONE
                        : states.contains(Outbox.State.SET_ASIDE)
                                ? DeliveryState.SET_ASIDE
                                : states.contains(Outbox.State.WAITING)
                                        ? DeliveryState.PENDING
                                        : DeliveryState.SENT;
        return new Registration(
                kept.id(),
                kept.org(),
                kept.event(),
                kept.seats(),
                kept.createdAt(),
                kept.status(),
                delivery,
                kept.status() == RegistrationStatus.WAITLISTED
                        ? new Waiting.InLine(place(org, kept))
                        : kept.waiting());
    }

    private static int place(MemoryStore.Tables org, Registration kept) {
        return 1
                + org.line.values().stream()
                        .filter(one -> one.event().equals(kept.event()))
                        .map(RegistrationRequest::id)
                        .toList()
                        .indexOf(kept.id());
    }
}
