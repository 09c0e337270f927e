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
        DeliveryState delivery,
        Waiting waiting) {
    public Registration {
        seats = List.copyOf(seats);
        boolean fits =
                switch (waiting) {
                    case Waiting.InLine _ -> status == RegistrationStatus.WAITLISTED;
                    case Waiting.Offered _ -> status == RegistrationStatus.OFFERED;
                    case Waiting.Over() ->
                            status == RegistrationStatus.CONFIRMED
                                    || status == RegistrationStatus.CANCELLED;
                };
        if (!fits) {
            throw new IllegalArgumentException(status + " and yet " + waiting);
        }
    }

    /// One that does not wait.
    public Registration(
            RegistrationId id,
            OrgId org,
            EventId event,
            List<Seat> seats,
            Instant createdAt,
            RegistrationStatus status,
            DeliveryState delivery) {
        this(id, org, event, seats, createdAt, status, delivery, new Waiting.Over());
    }

    public Demand demand() {
        return Demand.of(event, seats.stream().map(Seat::place).toList());
    }

    /// Whoever only stood in line leaves nothing to tell.
    public Registration cancelled() {
        return as(
                RegistrationStatus.CANCELLED,
                status == RegistrationStatus.WAITLISTED
                        ? DeliveryState.NONE
                        : DeliveryState.PENDING,
                new Waiting.Over());
    }

    public Registration offered(Instant until) {
        return as(RegistrationStatus.OFFERED, DeliveryState.PENDING, new Waiting.Offered(until));
    }

    public Registration accepted() {
        return as(RegistrationStatus.CONFIRMED, DeliveryState.PENDING, new Waiting.Over());
    }

    private Registration as(RegistrationStatus next, DeliveryState owed, Waiting where) {
        return new Registration(id, org, event, seats, createdAt, next, owed, where);
    }
}
