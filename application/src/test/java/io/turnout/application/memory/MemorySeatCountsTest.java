package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.SeatCountsContract;

class MemorySeatCountsTest extends SeatCountsContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
