package io.turnout.application.checkout;

import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.org.OrgId;

/// How a checkout of an org begins today.
public final class ShowVersion {
    private final CheckoutVersions versions;

    public ShowVersion(CheckoutVersions versions) {
        this.versions = versions;
    }

    public CheckoutVersion show(OrgId org) {
        return versions.current(org);
    }
}
