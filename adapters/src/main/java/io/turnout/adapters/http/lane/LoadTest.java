package io.turnout.adapters.http.lane;

import io.turnout.application.nudging.WebhookSecrets;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.secret.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// A load test that its org declares: `Load-Test: <until>,v1=<signature>`, where `until` is the
/// second since 1970 at which the test is over, an hour ahead at most, and the signature is the
/// Base64 of the HMAC-SHA256 of `load-test.<org>.<until>` under a webhook secret of the org.
public record LoadTest(WebhookSecrets secrets, InstantSource clock) {
    public static final String HEADER = "Load-Test";

    /// Under this name it stands in the attributes of a request that was declared.
    static final String ATTRIBUTE = "io.turnout.load-test";

    private static final Duration AHEAD_MAX = Duration.ofHours(1);
    private static final String HMAC = "HmacSHA256";
    private static final Pattern DECLARED =
            Pattern.compile("([0-9]{1,12}),v1=([A-Za-z0-9+/]{43}=)");

    /// What a header says.
    enum Declared {
        NOTHING,
        A_TEST,
        SOMETHING_WRONG
    }

    Declared declared(Request request, Visit visit) {
        String header = request.getHeaders().get(HEADER);
        if (header == null) {
            return Declared.NOTHING;
        }
        Optional<OrgId> org = visit.org().flatMap(LoadTest::org);
        Matcher parts = DECLARED.matcher(header);
        return org.isPresent() && parts.matches() && holds(org.get(), parts)
                ? Declared.A_TEST
                : Declared.SOMETHING_WRONG;
    }

    private static Optional<OrgId> org(String key) {
        try {
            return Optional.of(new OrgId(key));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private boolean holds(OrgId org, Matcher parts) {
        Instant now = clock.instant();
        Instant until = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        byte[] given = Base64.getDecoder().decode(parts.group(2));
        boolean signed = false;
        for (byte[] secret : secrets.of(org)) {
            signed |= Secrets.equal(given, hmac(secret, org, parts.group(1)));
        }
        return signed && now.isBefore(until) && !until.isAfter(now.plus(AHEAD_MAX));
    }

    private static byte[] hmac(byte[] secret, OrgId org, String until) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            String text = "load-test." + org + "." + until;
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /// Whether a request is one of a test, for whoever answers it.
    public static boolean is(HttpServletRequest request) {
        return is(request::getAttribute);
    }

    /// The same, of the attributes of a request.
    public static boolean is(Function<String, @Nullable Object> attributes) {
        return attributes.apply(ATTRIBUTE) != null;
    }
}
