package io.turnout.application.relocation;

import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import java.util.Optional;

/// One move, and how far it is.
public final class ShowRelocation {
    private final Relocations relocations;

    public ShowRelocation(Relocations relocations) {
        this.relocations = relocations;
    }

    public Optional<Relocation> show(RelocationId id) {
        return relocations.find(id);
    }
}
