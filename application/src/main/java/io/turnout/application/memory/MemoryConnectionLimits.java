package io.turnout.application.memory;

import io.turnout.application.scaling.ConnectionLimits;
import io.turnout.domain.scaling.ConnectionRoom;
import java.util.Optional;

/// No connections, until there are some.
public final class MemoryConnectionLimits implements ConnectionLimits {
    private volatile Optional<ConnectionRoom> room = Optional.empty();

    /// From now on the storage has this much.
    public void allow(ConnectionRoom other) {
        room = Optional.of(other);
    }

    @Override
    public Optional<ConnectionRoom> room() {
        return room;
    }
}
