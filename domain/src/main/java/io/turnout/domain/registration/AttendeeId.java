package io.turnout.domain.registration;

import java.util.UUID;

/// One attendee. It is also the external id of the attendee's record in Salesforce.
public record AttendeeId(UUID value) {
    /// What JAX-RS calls for a path value; a text that is no UUID names nothing.
    public static AttendeeId valueOf(String text) {
        return new AttendeeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
