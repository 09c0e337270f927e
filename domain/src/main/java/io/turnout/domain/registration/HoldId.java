package io.turnout.domain.registration;

import java.util.UUID;

/// Seats set aside for a visitor who is still filling in the form.
public record HoldId(UUID value) {
    /// What JAX-RS calls for a path value; a text that is no UUID names nothing.
    public static HoldId valueOf(String text) {
        return new HoldId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
