package io.turnout.domain.attendeelink;

import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.LinkId;

/// An invitation to an event, which so many may use as `uses` says: one, unless its organiser
/// allows more, and 100 at most.
public record Link(Reference reference, EventId event, int uses, Prefill prefill) {
    public static final int USES_MAX = 100;

    public Link {
        if (uses < 1 || uses > USES_MAX) {
            throw new IllegalArgumentException("a link has 1 to " + USES_MAX + " uses");
        }
    }

    public LinkId id() {
        return LinkId.of(event, reference.value());
    }
}
