package io.turnout.adapters.machine;

import io.turnout.application.cloud.SessionStore;
import io.turnout.domain.cloud.StoreAddress;
import java.net.URI;

/// A Redis as it stands in the settings; where it is encrypted, its certificate is asked for.
public record LocalSessionStore(URI url) implements SessionStore {
    @Override
    public StoreAddress address() {
        return new StoreAddress(url, StoreAddress.Trust.VERIFIED);
    }

    /// The address may hold a password.
    @Override
    public String toString() {
        return "LocalSessionStore[" + url.getHost() + "]";
    }
}
