package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.retention.NoticesContract;

class MemoryNoticesTest extends NoticesContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
