package io.turnout.application.publishing;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// One published event.
public final class ShowEvent {
    private final EventPages pages;

    public ShowEvent(EventPages pages) {
        this.pages = pages;
    }

    public Optional<EventPage> show(OrgId org, EventId event) {
        return pages.find(org, event);
    }
}
