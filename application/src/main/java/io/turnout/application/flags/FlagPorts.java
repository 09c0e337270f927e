package io.turnout.application.flags;

/// What is needed to decide about flags, and to change that.
///
/// @param instance what this instance calls itself
public record FlagPorts(
        FlagDecisions decisions,
        FlagOverlay overlay,
        OverlayAcknowledgements acknowledgements,
        DriftNews news,
        String instance) {}
