package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.BacklogContract;

class MemoryBacklogTest extends BacklogContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
