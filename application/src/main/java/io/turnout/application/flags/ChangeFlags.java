package io.turnout.application.flags;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Overlay;
import java.util.List;

/// Somebody says something about flags, for every instance.
public final class ChangeFlags {
    private final FlagPorts ports;

    public ChangeFlags(FlagPorts ports) {
        this.ports = ports;
    }

    public FlagOverlay.Kept change(List<FlagChange> changes, Author author) {
        FlagOverlay.Kept kept = ports.overlay().change(changes, author);
        Overlay now = ports.overlay().current();
        ports.decisions().definitions().follow(now);
        ports.acknowledgements().acknowledge(ports.instance(), now.revision());
        return kept;
    }
}
