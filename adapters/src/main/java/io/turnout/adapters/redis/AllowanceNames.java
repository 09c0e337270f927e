package io.turnout.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.turnout.domain.limiting.Allowance;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The names of allowances in Redis. Whose one is stands there as a keyed hash: an address tells
/// of a person, and so few addresses are possible that a plain hash would hide none.
public final class AllowanceNames {
    private static final String HMAC = "HmacSHA256";

    private final String prefix;
    private final SecretKeySpec key;

    /// For a stack, whose instances have the same secret and so find the same allowances.
    public AllowanceNames(String stack, byte[] secret) {
        this.prefix = "turnout:" + stack + ":limit:";
        this.key =
                new SecretKeySpec(
                        hash(new SecretKeySpec(secret, HMAC), "names of allowances"), HMAC);
    }

    /// A rate that changed is another allowance.
    String of(Allowance allowance) {
        return prefix
                + allowance.kind()
                + ":"
                + allowance.rate().quota()
                + "/"
                + allowance.rate().window().toMillis()
                + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(hash(allowance.whose()));
    }

    /// A name that no allowance has.
    String nobody() {
        return prefix + "nobody";
    }

    private byte[] hash(String whose) {
        return hash(key, whose);
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
