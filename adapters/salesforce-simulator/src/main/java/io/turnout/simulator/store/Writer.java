package io.turnout.simulator.store;

/// On whose behalf a transaction writes: the call, whether it asked to save duplicates, and whether
/// the installed package looks away because it is its own maker who writes.
public record Writer(long call, boolean allowDuplicates, boolean unwatched) {}
