package io.turnout.application.relocation;

import io.turnout.domain.relocation.Relocation;
import java.util.List;

/// The moves that were asked for at this stack, newest first.
public final class ListRelocations {
    private final Relocations relocations;

    public ListRelocations(Relocations relocations) {
        this.relocations = relocations;
    }

    public List<Relocation> list() {
        return relocations.newest(Relocations.LISTED_MAX);
    }
}
