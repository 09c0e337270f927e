package io.turnout.application.memory;

import io.turnout.application.scaling.OwedDelivery;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.scaling.Load;
import java.util.HashMap;
import java.util.Map;

/// Rows and calls that somebody told of; it knows of no Salesforce.
public final class MemoryOwedDelivery implements OwedDelivery {
    private final Map<OrgId, Long> rows = new HashMap<>();
    private final Map<OrgId, Double> used = new HashMap<>();

    public synchronized void owe(OrgId org, long more) {
        rows.merge(org, more, Long::sum);
    }

    /// Such a part of the calls of an org is used, from 0 to 1.
    public synchronized void spend(OrgId org, double part) {
        used.put(org, part);
    }

    @Override
    public synchronized Load.Owed now() {
        long free = 0;
        long heldBack = 0;
        for (Map.Entry<OrgId, Long> one : rows.entrySet()) {
            boolean nearly = used.getOrDefault(one.getKey(), 0.0) >= Load.Owed.NEARLY_ALL;
            free += nearly ? 0 : one.getValue();
            heldBack += nearly ? one.getValue() : 0;
        }
        return new Load.Owed(free, heldBack);
    }
}
