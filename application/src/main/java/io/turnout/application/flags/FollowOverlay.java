package io.turnout.application.flags;

import io.turnout.domain.rollout.Overlay;

/// This instance looks how things stand, goes by it, and says so.
public final class FollowOverlay {
    private final FlagPorts ports;

    public FollowOverlay(FlagPorts ports) {
        this.ports = ports;
    }

    public void follow() {
        Overlay overlay = ports.overlay().refresh();
        ports.decisions().definitions().follow(overlay);
        ports.acknowledgements().acknowledge(ports.instance(), overlay.revision());
    }
}
