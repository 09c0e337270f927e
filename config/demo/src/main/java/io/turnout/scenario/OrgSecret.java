package io.turnout.scenario;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What an org signs with: `whsec_` and a key in Base64, as Standard Webhooks has it.
record OrgSecret(String text) {
    private static final String HMAC = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    /// The signature of a text, in Base64.
    String sign(String message) {
        byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            byte[] signed = mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /// Without it.
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
