package io.turnout.application.registration;

import io.turnout.domain.registration.Admission;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.RegistrationRequest;

/// A group registers for an event. Kept before it is answered; Salesforce learns of it later.
public final class RegisterAttendees {
    private final RegistrationBook book;

    public RegisterAttendees(RegistrationBook book) {
        this.book = book;
    }

    public Decision register(RegistrationRequest request) {
        return book.decide(request, standing -> Admission.decide(request, standing));
    }
}
