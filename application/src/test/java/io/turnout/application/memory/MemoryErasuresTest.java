package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.erasure.ErasuresContract;

class MemoryErasuresTest extends ErasuresContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
