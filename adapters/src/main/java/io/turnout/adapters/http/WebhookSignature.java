package io.turnout.adapters.http;

import io.turnout.domain.secret.Secrets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The signature of a message, as the Standard Webhooks have it: an HMAC-SHA256 over its id, its
/// time and its raw body, under any secret that is live. `given` are signatures of which one must
/// fit, since whoever changes a secret signs with both.
record WebhookSignature(String id, long seconds, List<byte[]> given) {
    static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private static final String HMAC = "HmacSHA256";
    private static final String VERSION = "v1,";
    private static final int GIVEN_MAX = 10;
    private static final Pattern ID = Pattern.compile("[!-~]{1,256}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    /// Stands in where an org has no secret, so that this takes as long as where it has.
    private static final byte[] NOBODYS = new byte[32];

    /// Empty when a header is missing or makes no sense.
    static Optional<WebhookSignature> read(
            @Nullable String id, @Nullable String seconds, @Nullable String signatures) {
        if (id == null || seconds == null || signatures == null) {
            return Optional.empty();
        }
        boolean sound = ID.matcher(id).matches() && SECONDS.matcher(seconds).matches();
        return sound
                ? Optional.of(new WebhookSignature(id, Long.parseLong(seconds), parts(signatures)))
                : Optional.empty();
    }

    private static List<byte[]> parts(String signatures) {
        List<byte[]> parts = new ArrayList<>();
        for (String part : signatures.split(" ", GIVEN_MAX + 1)) {
            if (part.startsWith(VERSION) && parts.size() < GIVEN_MAX) {
                decoded(part.substring(VERSION.length())).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /// Compares all with all, and takes as long whether and wherever one fits.
    boolean fits(byte[] body, List<byte[]> secrets) {
        boolean fits = false;
        for (byte[] secret : secrets.isEmpty() ? List.of(NOBODYS) : secrets) {
            byte[] right = hmac(secret, body);
            for (byte[] one : given) {
                fits |= Secrets.equal(right, one);
            }
        }
        return fits && !secrets.isEmpty();
    }

    private byte[] hmac(byte[] secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            signed.writeBytes((id + "." + seconds + ".").getBytes(StandardCharsets.US_ASCII));
            signed.writeBytes(body);
            return mac.doFinal(signed.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /// Whether it was signed within five minutes of now, before or after.
    boolean isTimely(Instant now) {
        return Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(SKEW_MAX) <= 0;
    }

    @Override
    public String toString() {
        return "WebhookSignature[…]";
    }
}
