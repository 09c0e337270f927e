package io.turnout.simulator.nudge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Where an org's package sends its nudges, and the secret it signs them with: `whsec_` and the
/// key in base64, as the Standard Webhooks have it.
public record NudgeTarget(URI url, String secret) {
    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";

    public NudgeTarget {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("a nudge needs an http address, not " + url);
        }
        if (!secret.startsWith(PREFIX) || key(secret).length == 0) {
            throw new IllegalArgumentException("a nudge's secret is whsec_ and a key in base64");
        }
    }

    private static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    /// The address as it is written down once for all orgs, `{org}` standing for each one's id.
    public static NudgeTarget of(String address, String org, String secret) {
        return new NudgeTarget(URI.create(address.replace("{org}", org)), secret);
    }

    /// `v1,` and the base64 of the HMAC over id, time and body.
    String signature(String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key(secret), HMAC));
            String signed = id + "." + seconds + "." + body;
            byte[] bytes = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "NudgeTarget[" + url + "]";
    }
}
