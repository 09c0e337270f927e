package io.turnout.scenario;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Registers as a load test that its org has declared: it takes no seat, and must be told so.
final class Rehearser implements OpenLoad.Visitor {
    private static final Duration LASTS = Duration.ofMinutes(50);
    private static final String HMAC = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private final Desk desk;
    private final Fairs.Fair fair;
    private final Map<String, String> headers;

    /// @param secret the webhook secret of the org
    Rehearser(Desk desk, Fairs.Fair fair, Scenario.Manner manner, String secret) {
        this.desk = desk;
        this.fair = fair;
        this.headers = new HashMap<>(Reader.host(manner.host()));
        this.headers.put("Load-Test", declared(fair.at().org(), secret));
    }

    private static String declared(String org, String secret) {
        String until = Long.toString(Instant.now().plus(LASTS).getEpochSecond());
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            String text = "load-test." + org + "." + until;
            byte[] signed = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return until + ",v1=" + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    @Override
    public Answer visit(long n) {
        try {
            Wire.Reply reply = desk.post(Desk.somebody(fair), headers);
            if (!Desk.isYes(reply)) {
                return Answer.refused(reply);
            }
            return reply.json().path("loadTest").asBoolean()
                    ? Answer.YES
                    : new Answer(Outcome.FAILED, "a load test took a seat");
        } catch (java.io.UncheckedIOException broken) {
            return Answer.broken(broken);
        }
    }
}
