package io.turnout.application.registration;

import io.turnout.domain.registration.Holding;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.ReleaseRequest;

/// A visitor gives held seats back. Whether the visitor may is settled at the door, by token.
public final class ReleaseHold {
    private final RegistrationBook book;

    public ReleaseHold(RegistrationBook book) {
        this.book = book;
    }

    public ReleaseDecision release(ReleaseRequest request) {
        return book.release(request, standing -> Holding.release(request, standing));
    }
}
