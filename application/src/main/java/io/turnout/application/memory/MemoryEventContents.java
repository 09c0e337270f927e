package io.turnout.application.memory;

import io.turnout.application.publishing.EventContents;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.LinkedHashMap;
import java.util.Map;

/// What events say, in memory: the version they have now.
public final class MemoryEventContents implements EventContents {
    private final MemoryStore store;

    MemoryEventContents(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Map<EventId, Event> find(OrgId org, Map<EventId, Long> versions) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            Map<EventId, Event> found = new LinkedHashMap<>();
            versions.forEach(
                    (id, version) -> {
                        Event event = tables.events.get(id);
                        if (event != null && version.equals(tables.versions.get(id))) {
                            found.put(id, event);
                        }
                    });
            return found;
        }
    }
}
