package io.turnout.domain.delivery;

import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationStatus;
import java.util.Optional;

/// An attendee as the org's Salesforce shall have it: always the whole desired state, so that a
/// call that is repeated or overtaken ends the same. `version` grows with every change of it.
/// Whoever came by an invitation is written into the record of that `invitee`, with our own key, by
/// which the record is found from then on.
public record OwedAttendee(
        AttendeeId id,
        long version,
        EventId event,
        Person person,
        Place place,
        RegistrationStatus status,
        Optional<InviteeId> invitee) {
    /// Of whoever has no record there, or is known there by our own key.
    public OwedAttendee(
            AttendeeId id,
            long version,
            EventId event,
            Person person,
            Place place,
            RegistrationStatus status) {
        this(id, version, event, person, place, status, Optional.empty());
    }

    public OwedAttendee into(Optional<InviteeId> other) {
        return new OwedAttendee(id, version, event, person, place, status, other);
    }
}
