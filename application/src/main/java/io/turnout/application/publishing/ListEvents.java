package io.turnout.application.publishing;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// An org's published events, a page at a time.
public final class ListEvents {
    private final EventPages pages;

    public ListEvents(EventPages pages) {
        this.pages = pages;
    }

    public List<EventPage> list(OrgId org, Optional<EventId> after, int limit) {
        return pages.page(org, after, limit);
    }
}
