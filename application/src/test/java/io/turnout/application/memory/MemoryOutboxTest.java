package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.OutboxContract;

class MemoryOutboxTest extends OutboxContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
