package io.turnout.application.publishing;

import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// How an org's catalogue stands: its poller, and its events with what is the matter with them.
public final class ShowCatalog {
    private static final int EVENTS = 200;

    private final CatalogPolls polls;
    private final Refreshes refreshes;

    public ShowCatalog(CatalogPolls polls, Refreshes refreshes) {
        this.polls = polls;
        this.refreshes = refreshes;
    }

    public View show(OrgId org) {
        return new View(polls.look(org), refreshes.look(org, EVENTS));
    }

    /// The answer; the list has a bound.
    public record View(Optional<CatalogPolls.View> poll, List<Refreshes.View> events) {}
}
