package io.turnout.domain.event;

import io.turnout.domain.org.RecordId;

/// A session of an event: a talk, a workshop, a dinner with seats of its own.
public record SessionId(String value) {
    public SessionId {
        value = RecordId.complete(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
