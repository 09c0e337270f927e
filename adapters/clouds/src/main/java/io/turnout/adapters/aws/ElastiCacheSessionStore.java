package io.turnout.adapters.aws;

import io.turnout.application.cloud.SessionStore;
import io.turnout.domain.cloud.StoreAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// ElastiCache: encrypted, with a certificate that an authority everybody knows vouches for, and a
/// token as its password.
public record ElastiCacheSessionStore(String host, int port, String token) implements SessionStore {
    @Override
    public StoreAddress address() {
        String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8).replace("+", "%20");
        return new StoreAddress(
                URI.create("rediss://:" + encoded + "@" + host + ":" + port),
                StoreAddress.Trust.VERIFIED);
    }

    /// The token is a secret.
    @Override
    public String toString() {
        return "ElastiCacheSessionStore[" + host + "]";
    }
}
