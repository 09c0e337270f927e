package io.turnout.domain.event;

import io.turnout.domain.org.RecordId;

/// An event, by the id of its record in the org's Salesforce.
public record EventId(String value) {
    public EventId {
        value = RecordId.complete(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
