package io.turnout.domain.relocation;

import java.util.UUID;

/// One move of an org that somebody asked for.
public record RelocationId(UUID value) {
    /// What JAX-RS calls for a path value; a text that is no UUID names nothing.
    public static RelocationId valueOf(String text) {
        return new RelocationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
