package io.turnout.application.memory;

import io.turnout.application.relocation.RelocationPorts;
import io.turnout.domain.relocation.RelocationId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who moves orgs, in one process.
public final class MemoryMovers {
    private final Map<RelocationId, MemorySoleWriter> turns = new ConcurrentHashMap<>();
    private final MemorySoleWriter homing = new MemorySoleWriter();

    /// One org at a time.
    public static RelocationPorts.Movers one() {
        return new MemoryMovers().of(1);
    }

    /// So many at once.
    public RelocationPorts.Movers of(int atOnce) {
        return new RelocationPorts.Movers(atOnce, this::turn, homing);
    }

    public MemorySoleWriter turn(RelocationId move) {
        return turns.computeIfAbsent(move, _ -> new MemorySoleWriter());
    }
}
