package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.WaitlistContract;

class MemoryWaitlistTest extends WaitlistContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
