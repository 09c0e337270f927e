package io.turnout.application.memory;

import io.turnout.application.attendeelink.LinkUploadsContract;
import io.turnout.application.contract.Storage;

class MemoryLinkUploadsTest extends LinkUploadsContract {
    private final Storage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
