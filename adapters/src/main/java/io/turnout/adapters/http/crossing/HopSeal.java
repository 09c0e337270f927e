package io.turnout.adapters.http.crossing;

import io.turnout.domain.relocation.StackName;
import io.turnout.domain.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By which stacks know each other: `Stack-Hop: <stack>;epoch=<n>;at=<ms>;v1=<seal>`, where the
/// seal is the Base64 of an HMAC-SHA256, under a key that all stacks share, of all that comes
/// before it, of the method and of the path. Nobody outside can make one, and who has seen one has
/// seen one request, and for half a minute.
public final class HopSeal {
    static final String HEADER = "Stack-Hop";
    static final Duration AGE_MAX = Duration.ofSeconds(30);

    private static final String HMAC = "HmacSHA256";
    private static final Pattern SEALED =
            Pattern.compile(
                    "(([a-z0-9-]{1,40});epoch=([0-9]{1,18});at=([0-9]{1,15}));v1="
                            + "([A-Za-z0-9+/]{43}=)");

    private final StackName here;
    private final byte[] key;
    private final InstantSource clock;

    public HopSeal(StackName here, byte[] key, InstantSource clock) {
        this.here = here;
        this.key = key.clone();
        this.clock = clock;
    }

    /// What a header says.
    sealed interface Read {
        record Genuine(Hop hop) implements Read {}

        record Stale() implements Read {}

        record Wrong() implements Read {}
    }

    String seal(long epoch, String method, String path) {
        String said = here + ";epoch=" + epoch + ";at=" + clock.instant().toEpochMilli();
        return said + ";v1=" + Base64.getEncoder().encodeToString(hmac(said, method, path));
    }

    Read read(String header, String method, String path) {
        Matcher parts = SEALED.matcher(header);
        if (!parts.matches()) {
            return new Read.Wrong();
        }
        byte[] given = Base64.getDecoder().decode(parts.group(5));
        if (!Secrets.equal(hmac(parts.group(1), method, path), given)) {
            return new Read.Wrong();
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(parts.group(4)));
        if (Duration.between(at, clock.instant()).abs().compareTo(AGE_MAX) > 0) {
            return new Read.Stale();
        }
        return new Read.Genuine(
                new Hop(new StackName(parts.group(2)), Long.parseLong(parts.group(3))));
    }

    private byte[] hmac(String said, String method, String path) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            String text = String.join("\n", "stack-hop", said, method, path);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
