package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.RegistrationBookContract;

class MemoryRegistrationBookTest extends RegistrationBookContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
