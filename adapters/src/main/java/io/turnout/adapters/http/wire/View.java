package io.turnout.adapters.http.wire;

/// A body that goes out, written by `WireJson`.
public interface View {}
