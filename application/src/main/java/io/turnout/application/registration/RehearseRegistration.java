package io.turnout.application.registration;

import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Rehearsal;

/// A load test that was declared registers somebody who is not there: it goes the way of a
/// registration up to where something would be kept (A11).
public final class RehearseRegistration {
    private final RegistrationBook book;

    public RehearseRegistration(RegistrationBook book) {
        this.book = book;
    }

    public Decision rehearse(RegistrationRequest request) {
        return book.look(request, standing -> Rehearsal.decide(request, standing));
    }
}
