package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;

/// How many rows are owed again.
public record ReplayView(int replayed) implements View {}
