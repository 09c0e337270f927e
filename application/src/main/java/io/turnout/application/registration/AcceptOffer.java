package io.turnout.application.registration;

import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.AcceptRequest;
import io.turnout.domain.registration.Acceptance;

/// Somebody who waited takes the seats that were offered. Whether the caller may is settled at the
/// door, by token.
public final class AcceptOffer {
    private final RegistrationBook book;

    public AcceptOffer(RegistrationBook book) {
        this.book = book;
    }

    public AcceptDecision accept(AcceptRequest request) {
        return book.accept(request, standing -> Acceptance.decide(request, standing));
    }
}
