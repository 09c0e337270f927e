package io.turnout.adapters.heroku;

import io.turnout.application.cloud.SessionStore;
import io.turnout.domain.cloud.StoreAddress;
import java.net.URI;

/// Heroku's Key-Value Store: encrypted, and its certificate is signed by nobody anyone knows, which
/// Heroku says to accept. So the way is safe from whoever listens, and not from whoever can stand
/// between a dyno and its store.
public record HerokuSessionStore(URI url) implements SessionStore {
    public HerokuSessionStore {
        if (!"rediss".equals(url.getScheme())) {
            throw new IllegalArgumentException("REDIS_URL is not rediss://");
        }
    }

    @Override
    public StoreAddress address() {
        return new StoreAddress(url, StoreAddress.Trust.ANY);
    }

    /// The address holds a password.
    @Override
    public String toString() {
        return "HerokuSessionStore[" + url.getHost() + "]";
    }
}
