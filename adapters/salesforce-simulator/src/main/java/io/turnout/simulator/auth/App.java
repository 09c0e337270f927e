package io.turnout.simulator.auth;

import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/// An external client app, known to every org of the simulator: its consumer key, the secret for
/// client credentials and the like, the public key for JWT bearer, and the user that client
/// credentials run as.
public record App(
        String consumerKey,
        @Nullable String secret,
        @Nullable RSAPublicKey publicKey,
        @Nullable String runAs) {
    @Override
    public String toString() {
        return "App[" + consumerKey + "]";
    }
}
