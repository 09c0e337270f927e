package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.OrgKeys;
import io.turnout.application.privacy.OrgKeysContract;
import io.turnout.domain.org.OrgId;
import java.util.List;

class MemoryOrgKeysTest extends OrgKeysContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }

    @Override
    protected OrgKeys keys() {
        return storage.memory().orgKeys();
    }

    @Override
    protected List<OrgId> strangers() {
        return List.of();
    }
}
