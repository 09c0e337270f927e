package io.turnout.domain.scaling;

/// How many instances are wanted, how many run, and between which bounds.
public record Fleet(int desired, int running, Bounds bounds) {}
