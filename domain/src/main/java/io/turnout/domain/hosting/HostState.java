package io.turnout.domain.hosting;

/// Whether a host is served. A closed one says so, and nothing else is done for it.
public enum HostState {
    OPEN,
    CLOSED
}
