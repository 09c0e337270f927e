package io.turnout.domain.registration;

/// An attendee who was admitted, without the person: what answers, counts and logs may know.
public record Seat(AttendeeId attendee, Place place) {}
