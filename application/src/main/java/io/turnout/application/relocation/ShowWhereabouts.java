package io.turnout.application.relocation;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Relocation;
import java.util.Map;

/// Of each org that was ever to be moved, how far the move is that was asked for last.
public final class ShowWhereabouts {
    private final Relocations relocations;

    public ShowWhereabouts(Relocations relocations) {
        this.relocations = relocations;
    }

    public Map<OrgId, Relocation> show() {
        return relocations.latest();
    }
}
