package io.turnout.config;

import java.util.Base64;

/// A secret that an org signs its nudges with, as settings write it.
final class WebhookSecret {
    /// At least 24 bytes in Base64, whether it is padded or not.
    static final String FORM =
            "whsec_(?:[A-Za-z0-9+/]{4}){8,}(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?";

    static final String ADVICE =
            "must be whsec_ and 24 bytes or more in Base64;"
                    + " make one with: openssl rand -base64 32, and write whsec_ before it";

    private static final String PREFIX = "whsec_";

    private WebhookSecret() {}

    /// The key it stands for.
    ///
    /// @throws IllegalArgumentException when it is none; the secret is never shown
    static byte[] read(String secret) {
        if (!secret.matches(FORM)) {
            throw new IllegalArgumentException("a webhook secret " + ADVICE);
        }
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }
}
