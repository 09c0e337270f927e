package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.RacesContract;

class MemoryRacesTest extends RacesContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
