package io.turnout.application.flags;

import io.turnout.application.flags.OverlayAcknowledgements.Applied;
import java.util.Optional;

/// On how many instances a change holds, and since when.
public final class ShowApplied {
    private final OverlayAcknowledgements acknowledgements;

    public ShowApplied(OverlayAcknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    public Optional<Applied> show(long revision) {
        return acknowledgements.of(revision);
    }
}
