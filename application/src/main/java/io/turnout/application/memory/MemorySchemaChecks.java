package io.turnout.application.memory;

import io.turnout.application.connection.SchemaChecks;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.connection.SchemaRule;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was found of each org's schema, in memory beside the lanes that wait for it.
public final class MemorySchemaChecks implements SchemaChecks {
    private final MemoryStore store;
    private final InstantSource clock;
    private final Map<OrgId, Found> found = new HashMap<>();
    private final Map<OrgId, Instant> turns = new HashMap<>();

    MemorySchemaChecks(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Found(Checked checked, String version) {
        SchemaRule.Last last() {
            boolean answered = checked.report() instanceof SchemaReport.Described;
            return new SchemaRule.Last(checked.at(), version, answered);
        }
    }

    @Override
    public List<OrgId> due(Map<OrgId, String> versions) {
        synchronized (store) {
            return versions.entrySet().stream()
                    .filter(org -> isDue(org.getKey(), org.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private boolean isDue(OrgId org, String version) {
        Instant now = clock.instant();
        boolean taken = now.isBefore(turns.getOrDefault(org, Instant.MIN));
        boolean drifted = store.of(org).lanes.values().stream().anyMatch(MemoryLane::drifted);
        Optional<SchemaRule.Last> last = Optional.ofNullable(found.get(org)).map(Found::last);
        return !taken && SchemaRule.isDue(last, version, drifted, now);
    }

    @Override
    public boolean claim(OrgId org, String version) {
        synchronized (store) {
            boolean due = isDue(org, version);
            if (due) {
                turns.put(org, clock.instant().plus(TURN));
            }
            return due;
        }
    }

    @Override
    public void keep(OrgId org, String version, SchemaReport report) {
        synchronized (store) {
            turns.remove(org);
            found.put(org, new Found(new Checked(clock.instant(), report), version));
            if (report instanceof SchemaReport.Described described && described.delivers()) {
                store.of(org)
                        .lanes
                        .replaceAll((_, lane) -> lane.drifted() ? lane.released() : lane);
            }
        }
    }

    @Override
    public Map<OrgId, Checked> find(Collection<OrgId> orgs) {
        synchronized (store) {
            Map<OrgId, Checked> checked = new HashMap<>();
            for (OrgId org : orgs) {
                Optional.ofNullable(found.get(org))
                        .ifPresent(one -> checked.put(org, one.checked()));
            }
            return Map.copyOf(checked);
        }
    }
}
