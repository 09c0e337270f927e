package io.turnout.domain.cloud;

import java.net.URI;

/// Where a Redis is, as whom it is asked, and what is believed of the certificate it shows.
public record StoreAddress(URI url, Trust trust) {
    /// What is believed.
    public enum Trust {
        /// What an authority vouches for.
        VERIFIED,
        /// Anything: the way is encrypted, and who is at its end is not proven.
        ANY
    }

    /// The address may hold a password.
    @Override
    public String toString() {
        return "StoreAddress[" + url.getHost() + ", " + trust + "]";
    }
}
