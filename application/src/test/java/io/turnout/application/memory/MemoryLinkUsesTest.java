package io.turnout.application.memory;

import io.turnout.application.attendeelink.LinkUsesContract;
import io.turnout.application.contract.Storage;

class MemoryLinkUsesTest extends LinkUsesContract {
    private final Storage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
