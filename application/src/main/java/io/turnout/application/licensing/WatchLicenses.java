package io.turnout.application.licensing;

import io.turnout.domain.org.OrgId;

/// The vendor's own org is asked for its licences from now on.
public final class WatchLicenses {
    private final LicensePolls polls;

    public WatchLicenses(LicensePolls polls) {
        this.polls = polls;
    }

    public void watch(OrgId vendor) {
        polls.watch(vendor);
    }
}
