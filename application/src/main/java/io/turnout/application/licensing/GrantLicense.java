package io.turnout.application.licensing;

import io.turnout.domain.licensing.License;

/// What the vendor says of an org's licence holds from here on.
public final class GrantLicense {
    private final Licenses licenses;

    public GrantLicense(Licenses licenses) {
        this.licenses = licenses;
    }

    public void grant(License license) {
        licenses.keep(license);
    }
}
