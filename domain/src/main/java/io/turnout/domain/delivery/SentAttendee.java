package io.turnout.domain.delivery;

import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationStatus;

/// An attendee as we sent it, without the person: names are the org's to correct. `settled` is
/// false while a version of it is on its way or was set aside.
public record SentAttendee(
        AttendeeId id, RegistrationStatus status, Place place, boolean settled) {}
