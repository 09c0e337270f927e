package io.turnout.application.memory;

import io.turnout.application.connection.OrgConnectionsContract;
import io.turnout.application.contract.Storage;

class MemoryOrgConnectionsTest extends OrgConnectionsContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
