package io.turnout.application.memory;

import io.turnout.application.cloud.SessionStore;
import io.turnout.application.cloud.SessionStoreContract;
import io.turnout.domain.cloud.StoreAddress;
import java.net.URI;

class MemorySessionStoreTest extends SessionStoreContract {
    @Override
    protected SessionStore store() {
        return new MemorySessionStore(
                new StoreAddress(
                        URI.create("redis://:secret@localhost:6379"), StoreAddress.Trust.VERIFIED));
    }
}
