package io.turnout.application.memory;

import io.turnout.application.connection.OrgConnections;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Connections in memory, where every org is at home and nothing is in the settings.
public final class MemoryOrgConnections implements OrgConnections {
    private final InstantSource clock;
    private final TreeMap<OrgId, Kept.Open> orgs =
            new TreeMap<>(Comparator.comparing(OrgId::value));
    private long changes;

    public MemoryOrgConnections(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Keeping keep(OrgConnection connection) {
        Instant now = clock.instant();
        Listed head =
                new Listed(
                        connection.org(),
                        Source.STORED,
                        connection.mapping(),
                        Optional.of(now),
                        Long.toString(++changes));
        boolean first = orgs.put(connection.org(), new Kept.Open(head, connection)) == null;
        return first ? Keeping.FIRST : Keeping.REPLACED;
    }

    @Override
    public synchronized Optional<Kept> find(OrgId org) {
        return Optional.ofNullable(orgs.get(org));
    }

    @Override
    public synchronized List<Listed> list(Optional<OrgId> after, int limit) {
        return after.map(org -> orgs.tailMap(org, false)).orElse(orgs).values().stream()
                .limit(limit)
                .map(Kept.Open::head)
                .toList();
    }

    @Override
    public synchronized Removal remove(OrgId org) {
        return orgs.remove(org) == null ? Removal.UNKNOWN : Removal.REMOVED;
    }
}
