package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.retention.RetainedContract;

class MemoryRetainedTest extends RetainedContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
