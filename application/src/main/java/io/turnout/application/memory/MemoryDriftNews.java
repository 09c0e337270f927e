package io.turnout.application.memory;

import io.turnout.application.flags.DriftNews;
import io.turnout.domain.rollout.Drift;
import java.util.ArrayList;
import java.util.List;

/// What was changed at a rollout server, in memory.
public final class MemoryDriftNews implements DriftNews {
    private final List<Drift> told = new ArrayList<>();

    @Override
    public synchronized void tell(Drift drift) {
        told.addFirst(drift);
        if (told.size() > KEPT_MAX) {
            var _ = told.removeLast();
        }
    }

    @Override
    public synchronized List<Drift> latest(int limit) {
        return told.stream().limit(limit).toList();
    }
}
