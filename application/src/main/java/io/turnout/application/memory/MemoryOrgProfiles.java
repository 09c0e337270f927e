package io.turnout.application.memory;

import io.turnout.application.rollout.OrgProfiles;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.OrgProfile;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Profiles in memory.
public final class MemoryOrgProfiles implements OrgProfiles {
    private final MemoryStore store;
    private final Map<OrgId, OrgProfile> said = new HashMap<>();
    private final Map<OrgId, ZoneId> told = new HashMap<>();

    private final Map<OrgId, Instant> asked = new HashMap<>();
    private final InstantSource clock;

    MemoryOrgProfiles(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<OrgProfile> all() {
        synchronized (store) {
            return store.orgs.keySet().stream()
                    .sorted(Comparator.comparing(OrgId::value))
                    .limit(ORGS_MAX)
                    .map(this::profile)
                    .toList();
        }
    }

    @Override
    public Optional<OrgProfile> find(OrgId org) {
        synchronized (store) {
            return store.orgs.containsKey(org) ? Optional.of(profile(org)) : Optional.empty();
        }
    }

    private OrgProfile profile(OrgId org) {
        OrgProfile profile = said.getOrDefault(org, OrgProfile.unknown(org));
        return new OrgProfile(
                org,
                profile.kind(),
                profile.zone().or(() -> Optional.ofNullable(told.get(org))),
                profile.region(),
                profile.tier(),
                profile.tags());
    }

    @Override
    public void keep(OrgProfile profile) {
        synchronized (store) {
            said.put(profile.org(), profile);
        }
    }

    @Override
    public Optional<OrgId> unasked() {
        synchronized (store) {
            Instant now = clock.instant();
            Optional<OrgId> due =
                    store.orgs.keySet().stream()
                            .filter(org -> at(org).isBefore(now.minus(ASKED)))
                            .min(Comparator.comparing(this::at));
            due.ifPresent(org -> asked.put(org, now));
            return due;
        }
    }

    private Instant at(OrgId org) {
        return asked.getOrDefault(org, Instant.MIN);
    }

    @Override
    public void learn(OrgId org, ZoneId zone) {
        synchronized (store) {
            told.put(org, zone);
        }
    }
}
