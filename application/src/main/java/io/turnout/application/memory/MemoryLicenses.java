package io.turnout.application.memory;

import io.turnout.application.licensing.Licenses;
import io.turnout.domain.licensing.License;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Licences in memory.
public final class MemoryLicenses implements Licenses {
    private final MemoryStore store;

    MemoryLicenses(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<License> find(OrgId org) {
        synchronized (store) {
            return store.of(org).license;
        }
    }

    @Override
    public void keep(License license) {
        synchronized (store) {
            store.of(license.org()).license = Optional.of(license);
        }
    }
}
