package io.turnout.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// People who may release, whose tokens a house takes that knows their key.
final class Releasers {
    static final String ISSUER = "https://sign-in.example";
    static final String AUDIENCE = "turnout";

    private final ECKey key;

    Releasers() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK makes no EC keys", e);
        }
    }

    String jwkSet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    String token(String subject) {
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject(subject)
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                        .claim("roles", List.of("viewer", "releaser", "operator"))
                        .build();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK does not sign", e);
        }
        return token.serialize();
    }
}
