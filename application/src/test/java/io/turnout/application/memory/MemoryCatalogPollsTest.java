package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.publishing.CatalogPollsContract;

class MemoryCatalogPollsTest extends CatalogPollsContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
