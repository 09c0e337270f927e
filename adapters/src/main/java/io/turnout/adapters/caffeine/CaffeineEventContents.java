package io.turnout.adapters.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.turnout.application.publishing.EventContents;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What events say, in process, as much as there is room for: by version, so it never grows old.
public final class CaffeineEventContents implements EventContents {
    /// An event weighs one, and each of its items and sessions one more.
    private static final long WEIGHT_MAX = 200_000;

    private record Key(OrgId org, EventId event, long version) {}

    private final EventContents inner;
    private final Cache<Key, Event> contents =
            Caffeine.newBuilder()
                    .maximumWeight(WEIGHT_MAX)
                    .weigher((Key _, Event event) -> weight(event))
                    .build();

    public CaffeineEventContents(EventContents inner) {
        this.inner = inner;
    }

    private static int weight(Event event) {
        return 1 + event.items().size() + event.sessions().size();
    }

    @Override
    public Map<EventId, Event> find(OrgId org, Map<EventId, Long> versions) {
        Map<EventId, Event> found = new HashMap<>();
        Map<EventId, Long> missing = new HashMap<>();
        versions.forEach(
                (id, version) -> {
                    Event event = contents.getIfPresent(new Key(org, id, version));
                    if (event == null) {
                        missing.put(id, version);
                    } else {
                        found.put(id, event);
                    }
                });
        if (!missing.isEmpty()) {
            Map<EventId, Event> said = inner.find(org, missing);
            missing.forEach(
                    (id, version) ->
                            Optional.ofNullable(said.get(id))
                                    .ifPresent(
                                            one -> contents.put(new Key(org, id, version), one)));
            found.putAll(said);
        }
        return found;
    }
}
