package io.turnout.adapters.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.turnout.application.publishing.EventPage;
import io.turnout.application.publishing.EventPages;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Publication;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Event pages in process, each by itself, for half a second: counts may be that old, what an
/// organiser changed shows that soon, and a flood on one page is two looks a second. Of many that
/// miss at once, one asks.
public final class CaffeineEventPages implements EventPages {
    private static final Duration LIFE = Duration.ofMillis(500);
    private static final int PAGES = 20_000;

    private record Key(OrgId org, EventId event) {}

    private final EventPages inner;
    private final Cache<Key, Optional<EventPage>> pages =
            Caffeine.newBuilder().maximumSize(PAGES).expireAfterWrite(LIFE).build();

    public CaffeineEventPages(EventPages inner) {
        this.inner = inner;
    }

    @Override
    public Optional<EventPage> find(OrgId org, EventId event) {
        return pages.get(new Key(org, event), key -> inner.find(key.org(), key.event()));
    }

    @Override
    public List<EventPage> page(OrgId org, Optional<EventId> after, int limit) {
        return inner.page(org, after, limit);
    }

    @Override
    public void keep(Event event, Map<RoomId, Seats> seats) {
        inner.keep(event, seats);
        pages.invalidate(new Key(event.org(), event.id()));
    }

    @Override
    public void withdraw(OrgId org, EventId event) {
        inner.withdraw(org, event);
        pages.invalidate(new Key(org, event));
    }

    @Override
    public Map<EventId, Publication> kept(OrgId org, Collection<EventId> events) {
        return inner.kept(org, events);
    }

    @Override
    public Map<String, EventId> showing(OrgId org, Collection<String> records) {
        return inner.showing(org, records);
    }
}
