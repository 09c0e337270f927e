package io.turnout.application.memory;

import io.turnout.application.licensing.LicenseSource;
import io.turnout.domain.licensing.Issued;
import io.turnout.domain.org.OrgId;
import java.util.List;

/// A vendor's licences in memory, as somebody wrote them there.
public final class MemoryLicenseSource implements LicenseSource {
    private Reading reading = new Reading.Said(List.of());

    public synchronized void issue(Issued... licenses) {
        reading = new Reading.Said(List.of(licenses));
    }

    public synchronized void goAway() {
        reading = new Reading.Failed("away");
    }

    @Override
    public synchronized Reading read(OrgId vendor) {
        return reading;
    }
}
