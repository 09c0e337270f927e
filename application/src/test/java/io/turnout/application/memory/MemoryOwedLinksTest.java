package io.turnout.application.memory;

import io.turnout.application.attendeelink.OwedLinksContract;
import io.turnout.application.contract.Storage;

class MemoryOwedLinksTest extends OwedLinksContract {
    private final Storage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
