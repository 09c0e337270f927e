package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.OffersContract;

class MemoryOffersTest extends OffersContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
