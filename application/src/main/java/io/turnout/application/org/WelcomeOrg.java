package io.turnout.application.org;

import io.turnout.domain.org.OrgId;

/// A customer's org is served from here on.
public final class WelcomeOrg {
    private final Orgs orgs;

    public WelcomeOrg(Orgs orgs) {
        this.orgs = orgs;
    }

    public void welcome(OrgId org) {
        orgs.welcome(org);
    }
}
