package io.turnout.adapters.http.operator;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.text.ParseException;

/// Under which keys the sign-in service signs.
public sealed interface SignInKeys {
    JWKSource<SecurityContext> open();

    /// These, until the next start: a JWK set.
    record Given(String jwkSet) implements SignInKeys {
        @Override
        public JWKSource<SecurityContext> open() {
            try {
                JWKSet keys = JWKSet.parse(jwkSet).toPublicJWKSet();
                if (keys.isEmpty()) {
                    throw new IllegalArgumentException("the JWK set has no public key");
                }
                return new ImmutableJWKSet<>(keys);
            } catch (ParseException unreadable) {
                throw new IllegalArgumentException("not a JWK set", unreadable);
            }
        }
    }

    /// Those that the service names at an address, whichever they are.
    record At(URI url) implements SignInKeys {
        @Override
        public JWKSource<SecurityContext> open() {
            return RemoteKeys.at(url);
        }
    }
}
