package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.erasure.ErasureWritesContract;

class MemoryErasureWritesTest extends ErasureWritesContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
