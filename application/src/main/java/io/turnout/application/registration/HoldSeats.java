package io.turnout.application.registration;

import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.Holding;

/// A visitor keeps seats for ten minutes.
public final class HoldSeats {
    private final RegistrationBook book;

    public HoldSeats(RegistrationBook book) {
        this.book = book;
    }

    public HoldDecision hold(HoldRequest request) {
        return book.hold(request, standing -> Holding.decide(request, standing));
    }
}
