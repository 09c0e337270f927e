package io.turnout.simulator.store;

/// On whose behalf a transaction writes: the call, and whether it asked to save duplicates.
public record Writer(long call, boolean allowDuplicates) {}
