package io.turnout.adapters.http.page;

import io.turnout.application.UseCases;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.application.publishing.EventPage;
import io.turnout.application.registration.IdSource;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.InstantSource;
import java.util.Optional;

/// What the pages stand on. `clock` tells whether an event is over before anybody fills in a form;
/// who comes in is decided by the book's own.
record Desk(
        UseCases useCases, ManageTokens tokens, IdSource ids, InstantSource clock, Pages pages) {
    /// A published event in the words of its page.
    Optional<EventSheet> sheet(OrgId org, EventId event) {
        return useCases.showEvent().show(org, event).map(this::sheet);
    }

    EventSheet sheet(EventPage page) {
        return EventSheet.of(page, clock.instant());
    }
}
