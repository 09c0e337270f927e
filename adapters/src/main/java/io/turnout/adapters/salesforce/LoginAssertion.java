package io.turnout.adapters.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// The signed statement that is exchanged for a token (RFC 7523): good once, and for minutes.
final class LoginAssertion {
    /// Salesforce takes up to five minutes; three leave room for a clock that runs ahead.
    static final Duration LIFE = Duration.ofMinutes(3);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private LoginAssertion() {}

    static String sign(JwtCredentials credentials, Instant now) {
        ObjectNode header = JsonNodeFactory.instance.objectNode().put("alg", "RS256");
        ObjectNode claims =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("iss", credentials.consumerKey())
                        .put("sub", credentials.username())
                        .put("aud", credentials.audience())
                        .put("exp", now.plus(LIFE).getEpochSecond());
        String signed = encode(header) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(credentials.key());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot sign with the key of this org", broken);
        }
    }

    private static String encode(ObjectNode json) {
        return BASE64.encodeToString(json.toString().getBytes(UTF_8));
    }
}
