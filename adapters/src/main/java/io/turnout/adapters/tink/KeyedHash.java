package io.turnout.adapters.tink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns a word into one that tells nothing of it to whoever lacks the secret, always into the same
/// for the same secret and purpose: HMAC-SHA-256 under a key of the purpose, in URL-safe Base64.
public final class KeyedHash implements UnaryOperator<String> {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    public KeyedHash(byte[] secret, String purpose) {
        this.key = new SecretKeySpec(hash(new SecretKeySpec(secret, HMAC), purpose), HMAC);
    }

    @Override
    public String apply(String word) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(key, word));
    }

    private static byte[] hash(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
