package io.turnout.application.memory;

import io.turnout.application.flags.ProjectedFlags;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Reach;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What was written last, in memory.
public final class MemoryProjectedFlags implements ProjectedFlags {
    private final Map<Flag, Written> written = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public MemoryProjectedFlags(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Map<Flag, Written> all() {
        return Map.copyOf(written);
    }

    @Override
    public void written(Flag flag, Reach reach) {
        var _ = written.put(flag, new Written(reach, clock.instant()));
    }
}
