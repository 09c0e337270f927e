package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.publishing.RefreshesContract;

class MemoryRefreshesTest extends RefreshesContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
