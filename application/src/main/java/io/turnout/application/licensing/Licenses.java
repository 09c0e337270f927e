package io.turnout.application.licensing;

import io.turnout.domain.licensing.License;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// The local copy of who may hold live events (B7). It knows no person (B8).
public interface Licenses {
    Optional<License> find(OrgId org);

    /// Keeps the org's licence in place of any earlier one; decisions from then on heed it.
    void keep(License license);
}
