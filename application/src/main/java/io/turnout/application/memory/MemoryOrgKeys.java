package io.turnout.application.memory;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Wrapped keys in memory.
public final class MemoryOrgKeys implements OrgKeys {
    private final Map<OrgId, Map<Purpose, Wrapped>> orgs = new ConcurrentHashMap<>();

    @Override
    public Optional<Map<Purpose, Wrapped>> find(OrgId org) {
        return Optional.ofNullable(orgs.get(org));
    }

    @Override
    public Map<Purpose, Wrapped> keepFirst(OrgId org, Map<Purpose, Wrapped> keys) {
        Map<Purpose, Wrapped> earlier = orgs.putIfAbsent(org, Map.copyOf(keys));
        return earlier == null ? Map.copyOf(keys) : earlier;
    }

    @Override
    public List<OrgId> onSale(int limit) {
        return orgs.keySet().stream().limit(limit).toList();
    }
}
