package io.turnout.domain.rollout;

import java.util.UUID;

/// One freeze.
public record FreezeId(UUID value) {
    /// What JAX-RS calls for a path value; a text that is no UUID names nothing.
    public static FreezeId valueOf(String text) {
        return new FreezeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
