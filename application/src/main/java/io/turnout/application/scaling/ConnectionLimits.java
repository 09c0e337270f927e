package io.turnout.application.scaling;

import io.turnout.domain.scaling.ConnectionRoom;
import java.util.Optional;

/// How many instances the storage has room for.
public interface ConnectionLimits {
    /// As it is now; empty where the storage counts no connections.
    Optional<ConnectionRoom> room();
}
