package io.turnout.domain.event;

/// Whether the organiser shows an event. What was never published is not kept at all (A7).
public enum EventStatus {
    PUBLISHED,
    WITHDRAWN
}
