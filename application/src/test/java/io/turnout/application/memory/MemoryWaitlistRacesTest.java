package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.WaitlistRacesContract;

class MemoryWaitlistRacesTest extends WaitlistRacesContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
