package io.turnout.domain.registration;

/// A person who asks for a place, under the id they will have.
public record Attendee(AttendeeId id, Person person, Place place) {}
