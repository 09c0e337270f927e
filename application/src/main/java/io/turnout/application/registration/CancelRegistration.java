package io.turnout.application.registration;

import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Cancellation;

/// A registration is given up; its seats are free at once. Whether the caller may is settled at
/// the door, by token.
public final class CancelRegistration {
    private final RegistrationBook book;

    public CancelRegistration(RegistrationBook book) {
        this.book = book;
    }

    public CancelDecision cancel(CancelRequest request) {
        return book.cancel(request, standing -> Cancellation.decide(request, standing));
    }
}
