package io.turnout.adapters.salesforce;

import java.security.interfaces.RSAPrivateKey;

/// How Turnout signs in to an org: as `username`, through the org's own client app, with an
/// assertion that only the holder of `key` can sign. `audience` is Salesforce's production or
/// sandbox login host.
public record JwtCredentials(
        String consumerKey, String username, String audience, RSAPrivateKey key) {
    private static final int KEY_BITS_MIN = 2_048;

    public JwtCredentials {
        if (consumerKey.isBlank() || username.isBlank() || audience.isBlank()) {
            throw new IllegalArgumentException("consumer key, username and audience are needed");
        }
        if (key.getModulus().bitLength() < KEY_BITS_MIN) {
            throw new IllegalArgumentException("an RSA key has " + KEY_BITS_MIN + " bits or more");
        }
    }

    @Override
    public String toString() {
        return "JwtCredentials[…]";
    }
}
