package io.turnout.application.memory;

import io.turnout.application.rollout.Freezes;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.FreezeId;
import io.turnout.domain.rollout.PlannedFreeze;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Freezes in memory.
public final class MemoryFreezes implements Freezes {
    private final Map<FreezeId, PlannedFreeze> freezes = new HashMap<>();
    private final InstantSource clock;

    public MemoryFreezes(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean add(PlannedFreeze freeze, Author author) {
        if (all().size() >= FREEZES_MAX) {
            return false;
        }
        freezes.put(freeze.id(), freeze);
        return true;
    }

    @Override
    public synchronized boolean remove(FreezeId freeze) {
        return freezes.remove(freeze) != null;
    }

    @Override
    public synchronized List<PlannedFreeze> all() {
        return freezes.values().stream()
                .filter(one -> one.freeze().span().to().isAfter(clock.instant()))
                .sorted(
                        Comparator.comparing((PlannedFreeze one) -> one.freeze().span().from())
                                .thenComparing(one -> one.id().toString()))
                .toList();
    }
}
