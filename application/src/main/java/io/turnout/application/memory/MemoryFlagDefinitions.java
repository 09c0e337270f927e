package io.turnout.application.memory;

import io.turnout.application.flags.FlagDefinitions;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Overlay;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Definitions that say yes, but for the flags that were switched off here.
public final class MemoryFlagDefinitions implements FlagDefinitions {
    private final Set<Flag> off = ConcurrentHashMap.newKeySet();
    private volatile boolean fresh = true;

    @Override
    public boolean isOn(Flag flag, OrgId org) {
        return !off.contains(flag);
    }

    @Override
    public void follow(Overlay overlay) {
        // They are as they were set.
    }

    @Override
    public boolean isFresh() {
        return fresh;
    }

    /// As if their source were away, or there again.
    public void stale(boolean away) {
        fresh = !away;
    }

    public void switchOff(Flag flag) {
        var _ = off.add(flag);
    }
}
