package io.turnout.domain.delivery;

import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationStatus;

/// An attendee as the org's Salesforce shall have it: always the whole desired state, so that a
/// call that is repeated or overtaken ends the same. `version` grows with every change of it.
public record OwedAttendee(
        AttendeeId id,
        long version,
        EventId event,
        Person person,
        Place place,
        RegistrationStatus status) {}
