package io.turnout.domain.rollout;

import java.util.UUID;

/// One plan of a rollout.
public record PlanId(UUID value) {
    /// What JAX-RS calls for a path value; a text that is no UUID names nothing.
    public static PlanId valueOf(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
