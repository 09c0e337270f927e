package io.turnout.domain.setting;

import java.util.UUID;

/// One proposal to change settings.
public record ProposalId(UUID value) {
    /// What JAX-RS calls for a path value; a text that is no UUID names nothing.
    public static ProposalId valueOf(String text) {
        return new ProposalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
