package io.turnout.application.memory;

import io.turnout.application.org.Orgs;
import io.turnout.domain.org.OrgId;

/// In memory every org is at home.
public final class MemoryOrgs implements Orgs {
    private final MemoryStore store;

    MemoryOrgs(MemoryStore store) {
        this.store = store;
    }

    @Override
    public void welcome(OrgId org) {
        synchronized (store) {
            var _ = store.of(org);
        }
    }
}
