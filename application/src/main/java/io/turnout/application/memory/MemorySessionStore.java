package io.turnout.application.memory;

import io.turnout.application.cloud.SessionStore;
import io.turnout.domain.cloud.StoreAddress;

/// A store of a fixed address.
public record MemorySessionStore(StoreAddress address) implements SessionStore {}
