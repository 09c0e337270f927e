package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.hosting.VanityHostsContract;

class MemoryVanityHostsTest extends VanityHostsContract {
    private final Storage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
