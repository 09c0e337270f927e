package io.turnout.simulator.store;

import io.turnout.simulator.schema.ObjectType;
import org.jspecify.annotations.Nullable;

/// A row as a commit found it, null when the commit made it, and as the commit left it.
public record Committed(ObjectType type, @Nullable Row before, Row after) {}
