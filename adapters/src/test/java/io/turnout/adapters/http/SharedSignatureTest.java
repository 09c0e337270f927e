package io.turnout.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the package in an org signs is what the door here accepts: both are held to one example,
/// which stands in the Apex tests too.
class SharedSignatureTest {
    private static final Path SOURCE = Path.of("..", "docs", "salesforce");

    private final JsonNode example;
    private final List<byte[]> secrets;

    SharedSignatureTest() throws IOException {
        this.example =
                new ObjectMapper().readTree(SOURCE.resolve("signature-vector.json").toFile());
        String secret = example.path("secret").asText().substring("whsec_".length());
        this.secrets = List.of(Base64.getDecoder().decode(secret));
    }

    private WebhookSignature signature(String id, String time, String signature) {
        return WebhookSignature.read(id, time, signature).orElseThrow();
    }

    private String text(String key) {
        return example.path(key).asText();
    }

    @Test
    void the_example_is_accepted_and_with_any_part_changed_it_is_not() {
        String id = text("webhook-id");
        String time = text("webhook-timestamp");
        String signed = text("webhook-signature");
        byte[] body = text("body").getBytes(UTF_8);

        assertThat(signature(id, time, signed).fits(body, secrets)).isTrue();

        assertThat(signature(id + "x", time, signed).fits(body, secrets)).isFalse();
        assertThat(signature(id, time + "0", signed).fits(body, secrets)).isFalse();
        assertThat(signature(id, time, signed).fits("{}".getBytes(UTF_8), secrets)).isFalse();
        assertThat(signature(id, time, signed).fits(body, List.of(new byte[32]))).isFalse();
    }

    @Test
    void the_apex_test_holds_the_same_example() throws IOException {
        String apex =
                Files.readString(
                        SOURCE.resolve("force-app/main/default/classes/TurnoutSignatureTest.cls"));

        assertThat(apex).contains(text("secret"), text("webhook-id"), text("webhook-signature"));
    }

    @Test
    void the_package_says_only_what_the_door_understands() throws IOException {
        String apex =
                Files.readString(
                        SOURCE.resolve("force-app/main/default/classes/TurnoutMessage.cls"));

        for (String kind :
                List.of(
                        "event.published",
                        "event.unpublished",
                        "org.updated",
                        "license.changed",
                        "links.changed")) {
            assertThat(apex).contains("'" + kind + "'");
        }
    }
}
