package io.turnout.domain.registration;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.List;

/// A registration that is kept. It knows who sits where by id; the persons are sealed elsewhere.
public record Registration(
        RegistrationId id,
        OrgId org,
        EventId event,
        List<Seat> seats,
        Instant createdAt,
        RegistrationStatus status,
        DeliveryState delivery) {
    public Registration {
        seats = List.copyOf(seats);
    }

    public Demand demand() {
        return Demand.of(event, seats.stream().map(Seat::place).toList());
    }

    public Registration cancelled() {
        return new Registration(
                id,
                org,
                event,
                seats,
                createdAt,
                RegistrationStatus.CANCELLED,
                DeliveryState.PENDING);
    }
}
