package io.turnout.application.registration;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import java.util.Optional;

/// What became of a registration.
public final class ShowRegistration {
    private final RegistrationBook book;

    public ShowRegistration(RegistrationBook book) {
        this.book = book;
    }

    public Optional<Registration> show(OrgId org, RegistrationId id) {
        return book.find(org, id);
    }
}
