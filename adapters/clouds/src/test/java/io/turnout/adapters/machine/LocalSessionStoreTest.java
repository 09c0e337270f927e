package io.turnout.adapters.machine;

import io.turnout.application.cloud.SessionStore;
import io.turnout.application.cloud.SessionStoreContract;
import java.net.URI;

class LocalSessionStoreTest extends SessionStoreContract {
    @Override
    protected SessionStore store() {
        return new LocalSessionStore(URI.create("redis://:secret@localhost:6379"));
    }
}
