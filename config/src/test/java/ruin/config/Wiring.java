package ruin.config;

/// Known to nobody, or so it should be.
public record Wiring(String name) {}
