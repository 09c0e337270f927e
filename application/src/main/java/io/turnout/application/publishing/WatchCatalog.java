package io.turnout.application.publishing;

import io.turnout.domain.org.OrgId;

/// What an org publishes is shown here from now on.
public final class WatchCatalog {
    private final CatalogPolls polls;

    public WatchCatalog(CatalogPolls polls) {
        this.polls = polls;
    }

    public void watch(OrgId org) {
        polls.watch(org);
    }
}
