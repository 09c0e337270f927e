package io.turnout.adapters.heroku;

import io.turnout.application.cloud.SessionStore;
import io.turnout.application.cloud.SessionStoreContract;
import java.net.URI;

class HerokuSessionStoreTest extends SessionStoreContract {
    @Override
    protected SessionStore store() {
        return new HerokuSessionStore(URI.create("rediss://:secret@ec2.example:6380"));
    }
}
