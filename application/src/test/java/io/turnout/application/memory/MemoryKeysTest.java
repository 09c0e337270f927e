package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.KeysContract;

class MemoryKeysTest extends KeysContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
