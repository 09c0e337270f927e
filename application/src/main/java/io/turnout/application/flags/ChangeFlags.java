package io.turnout.application.flags;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.FlagChange;
import java.util.List;

/// Somebody says something about flags, for every instance.
public final class ChangeFlags {
    private final FlagPorts ports;

    public ChangeFlags(FlagPorts ports) {
        this.ports = ports;
    }

    public FlagOverlay.Kept change(List<FlagChange> changes, Author author) {
        FlagOverlay.Kept kept = ports.overlay().change(changes, author);
        ports.acknowledgements().acknowledge(ports.instance(), kept.revision());
        return kept;
    }
}
