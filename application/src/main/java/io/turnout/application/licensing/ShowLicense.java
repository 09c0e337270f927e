package io.turnout.application.licensing;

import io.turnout.domain.licensing.License;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Whether an org may hold live events.
public final class ShowLicense {
    private final Licenses licenses;

    public ShowLicense(Licenses licenses) {
        this.licenses = licenses;
    }

    public Optional<License> show(OrgId org) {
        return licenses.find(org);
    }
}
