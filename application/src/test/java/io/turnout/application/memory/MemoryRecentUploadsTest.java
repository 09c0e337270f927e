package io.turnout.application.memory;

import io.turnout.application.attendeelink.RecentUploadsContract;
import io.turnout.application.contract.Storage;

class MemoryRecentUploadsTest extends RecentUploadsContract {
    private final Storage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
