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
import io.turnout.adapters.http.operator.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;

/// Stands in for the sign-in service of an operator: a key made anew at each start, and a token
/// with every role in a file that only its owner reads.
public record DemoOperator(Path jwkSet, Path token) {
    static final String TOKEN = "operator.token";
    static final String KEYS = "operators.jwks";
    private static final String CODE = "operator.code";
    private static final int CODE_BYTES = 16;
    public static final String ISSUER = "https://sign-in.turnout.example";
    public static final String AUDIENCE = "turnout";
    private static final Duration VALID = Duration.ofDays(30);

    public static DemoOperator in(DataFolder data) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("demo").generate();
            var _ = data.secret(CODE, newCode());
            return new DemoOperator(
                    data.secret(KEYS, new JWKSet(key.toPublicJWK()).toString()),
                    data.secret(TOKEN, token(key)));
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK makes no EC keys", e);
        }
    }

    /// What lets whoever started this demo sign in to the dashboard.
    static String code(DataFolder data) {
        try {
            return Files.readString(data.file(CODE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newCode() {
        byte[] chance = new byte[CODE_BYTES];
        new SecureRandom().nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }

    private static String token(ECKey key) throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject("demo-operator")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(VALID)))
                        .claim("roles", Arrays.stream(Role.values()).map(Role::word).toList())
                        .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("demo").build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
