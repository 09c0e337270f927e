package io.turnout.application.memory;

import io.turnout.application.scaling.InstanceLoads;
import io.turnout.domain.scaling.InstanceLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What instances say of their load, in memory.
public final class MemoryInstanceLoads implements InstanceLoads {
    private static final Duration SHOWN = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<String, InstanceLoad.Heard> loads = new TreeMap<>();

    public MemoryInstanceLoads(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void keep(InstanceLoad load) {
        loads.put(load.instance(), new InstanceLoad.Heard(load, clock.instant()));
    }

    @Override
    public synchronized List<InstanceLoad.Heard> all() {
        Instant since = clock.instant().minus(SHOWN);
        return loads.values().stream().filter(one -> one.at().isAfter(since)).toList();
    }
}
