package io.turnout.adapters.http.wire;

/// A body that comes in: read strictly and validated by `WireJson` before any resource sees it.
public interface Form {}
