package io.turnout.application.flags;

import io.turnout.domain.rollout.Flag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is needed to decide about flags, and to change that.
///
/// @param instance what this instance calls itself
/// @param homes the flags of the stacks that orgs can move to from here
public record FlagPorts(
        FlagDecisions decisions,
        FlagOverlay overlay,
        OverlayAcknowledgements acknowledgements,
        DriftNews news,
        String instance,
        List<Flag> homes) {
    public FlagPorts {
        homes = List.copyOf(homes);
    }

    /// Where there is one stack.
    public FlagPorts(
            FlagDecisions decisions,
            FlagOverlay overlay,
            OverlayAcknowledgements acknowledgements,
            DriftNews news,
            String instance) {
        this(decisions, overlay, acknowledgements, news, instance, List.of());
    }

    /// All features, the flags of stacks that orgs can move to, and those of which something was
    /// said.
    public List<Flag> known() {
        Set<Flag> known = new LinkedHashSet<>(Flag.FEATURES);
        known.addAll(homes);
        known.addAll(overlay.current().known());
        return new ArrayList<>(known);
    }
}
