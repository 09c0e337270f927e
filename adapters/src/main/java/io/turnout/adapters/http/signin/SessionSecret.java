package io.turnout.adapters.http.signin;

import io.turnout.domain.operator.SessionKey;
import io.turnout.domain.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a browser holds while its operator is signed in: 256 bits by chance. Where sessions are
/// kept only its hash is known; forms carry another hash of it, which shows that a page of ours
/// made them.
record SessionSecret(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 32;

    static SessionSecret fresh() {
        byte[] chance = new byte[BYTES];
        CHANCE.nextBytes(chance);
        return new SessionSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(chance));
    }

    static Optional<SessionSecret> of(String text) {
        return SHAPE.matcher(text).matches()
                ? Optional.of(new SessionSecret(text))
                : Optional.empty();
    }

    SessionKey key() {
        return new SessionKey(HexFormat.of().formatHex(hash("session:")));
    }

    String formToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("form:"));
    }

    boolean madeForm(String token) {
        return Secrets.equal(
                formToken().getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hash(String use) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((use + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SessionSecret[…]";
    }
}
