package io.turnout.domain.event;

import java.time.Instant;

/// A part of an event that attendees choose beside their item.
public record EventSession(SessionId id, String name, Instant startsAt, Instant endsAt) {
    public EventSession {
        if (name.isBlank() || endsAt.isBefore(startsAt)) {
            throw new IllegalArgumentException("a session has a name and ends after it starts");
        }
    }
}
