package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.TicketsContract;

class MemoryTicketsTest extends TicketsContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
