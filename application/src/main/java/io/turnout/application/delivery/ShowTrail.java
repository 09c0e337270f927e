package io.turnout.application.delivery;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import java.util.Optional;

/// Whether one attendee has reached Salesforce, and how.
public final class ShowTrail {
    private final Outbox outbox;

    public ShowTrail(Outbox outbox) {
        this.outbox = outbox;
    }

    public Optional<Trail> show(OrgId org, AttendeeId attendee) {
        return outbox.trail(org, attendee);
    }
}
