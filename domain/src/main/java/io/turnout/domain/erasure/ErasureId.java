package io.turnout.domain.erasure;

import java.util.UUID;

/// One request to forget somebody. It says nothing of them, and cannot be guessed.
public record ErasureId(UUID value) {
    /// What JAX-RS calls for a path value; a text that is no UUID names nothing.
    public static ErasureId valueOf(String text) {
        return new ErasureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
