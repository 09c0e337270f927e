package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.publishing.EventPagesContract;

class MemoryEventPagesTest extends EventPagesContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
