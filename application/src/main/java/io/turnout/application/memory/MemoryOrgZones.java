package io.turnout.application.memory;

import io.turnout.application.rollout.OrgZones;
import io.turnout.domain.org.OrgId;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Orgs that say what they were told to say.
public final class MemoryOrgZones implements OrgZones {
    private final Map<OrgId, ZoneId> zones = new ConcurrentHashMap<>();

    public void put(OrgId org, ZoneId zone) {
        zones.put(org, zone);
    }

    @Override
    public Optional<ZoneId> ask(OrgId org) {
        return Optional.ofNullable(zones.get(org));
    }
}
