package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.waitingroom.WaitingRoomsContract;

class MemoryWaitingRoomsTest extends WaitingRoomsContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
