package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Arrears;
import io.turnout.application.delivery.ArrearsContract;

class MemoryArrearsTest extends ArrearsContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }

    @Override
    protected Arrears arrears() {
        return storage.memory().arrears();
    }
}
