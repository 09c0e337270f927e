package io.turnout.adapters.http;

import io.turnout.application.relocation.StackPeer.Reply;
import io.turnout.domain.relocation.Home;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the stack beside the one under test says.
final class OtherStack {
    static final Reply DONE =
            new Reply.Answered(
                    201,
                    Map.of(
                            "Content-Type", List.of("application/json"),
                            "Location", List.of("/v1/somewhere"),
                            "Org-Home", List.of("there;epoch=7")),
                    "{\"id\":\"x\"}".getBytes(StandardCharsets.UTF_8));

    private OtherStack() {}

    static Map<String, List<String>> header(Home home) {
        return Map.of("Org-Home", List.of(home.stack() + ";epoch=" + home.epoch()));
    }

    static Reply back(Home home) {
        return new Reply.Answered(421, header(home), new byte[0]);
    }

    /// As the documentation describes it.
    static String seal(long epoch, byte[] key, Instant at, String method, String path) {
        String said = "there;epoch=" + epoch + ";at=" + at.toEpochMilli();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String text = "stack-hop\n" + said + "\n" + method + "\n" + path;
            byte[] seal = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return said + ";v1=" + Base64.getEncoder().encodeToString(seal);
        } catch (GeneralSecurityException none) {
            throw new IllegalStateException(none);
        }
    }
}
