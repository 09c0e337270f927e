package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.HoldsContract;

class MemoryHoldsTest extends HoldsContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
