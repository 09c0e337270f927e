package io.turnout.adapters.postgres;

import io.turnout.application.publishing.EventContents;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// What events say, from their rows. All parts of one are read as of one moment: what is read
/// here may be remembered for long.
public final class PostgresEventContents implements EventContents {
    private final Gate gate;

    public PostgresEventContents(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Map<EventId, Event> find(OrgId org, Map<EventId, Long> versions) {
        List<String> ids = versions.keySet().stream().map(EventId::value).toList();
        Map<EventId, Event> found = new LinkedHashMap<>();
        gate
                .jdbi()
                .inTransaction(
                        TransactionIsolationLevel.REPEATABLE_READ,
                        handle -> EventRows.read(handle, org, ids))
                .stream()
                .filter(
                        kept ->
                                Long.valueOf(kept.version())
                                        .equals(versions.get(kept.event().id())))
                .forEach(kept -> found.put(kept.event().id(), kept.event()));
        return found;
    }
}
