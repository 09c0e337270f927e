package io.turnout.application.attendeelink;

import io.turnout.domain.registration.RegistrationId;
import java.util.List;

/// A link as it is found, with those who came by it and did not cancel, the first to come first.
public record KeptLink(SealedLink content, List<RegistrationId> registrations) {
    public KeptLink {
        registrations = List.copyOf(registrations);
    }
}
