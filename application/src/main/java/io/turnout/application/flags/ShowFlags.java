package io.turnout.application.flags;

import io.turnout.domain.rollout.Overlay;

/// Everything that was said about flags.
public final class ShowFlags {
    private final FlagOverlay overlay;

    public ShowFlags(FlagOverlay overlay) {
        this.overlay = overlay;
    }

    public Overlay show() {
        return overlay.refresh();
    }
}
