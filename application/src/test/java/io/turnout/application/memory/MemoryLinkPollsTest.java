package io.turnout.application.memory;

import io.turnout.application.attendeelink.LinkPollsContract;
import io.turnout.application.contract.Storage;

class MemoryLinkPollsTest extends LinkPollsContract {
    private final Storage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
