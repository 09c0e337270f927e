package io.turnout.domain.publishing;

import io.turnout.domain.event.EventId;

/// What an org's Salesforce says of one event.
public sealed interface Pulled {
    EventId event();

    /// It is published like this.
    record Published(Publication publication) implements Pulled {
        @Override
        public EventId event() {
            return publication.event().id();
        }
    }

    /// It is not there, deleted, or not published: nobody shall see it.
    record Withdrawn(EventId event) implements Pulled {}

    /// It is published, but what is there makes no event: what was shown before stays.
    record Unfit(EventId event, Trouble trouble) implements Pulled {}
}
