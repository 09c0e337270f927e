package io.turnout.domain.registration;

import java.util.UUID;

/// One registration: a group of attendees admitted together. Time-ordered (UUIDv7).
public record RegistrationId(UUID value) {
    /// What JAX-RS calls for a path value; a text that is no UUID names nothing.
    public static RegistrationId valueOf(String text) {
        return new RegistrationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
