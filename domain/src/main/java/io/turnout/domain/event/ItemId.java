package io.turnout.domain.event;

import io.turnout.domain.org.RecordId;

/// An event item: what one attendee chooses exactly one of, such as a kind of ticket.
public record ItemId(String value) {
    public ItemId {
        value = RecordId.complete(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
