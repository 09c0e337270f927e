package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.simulator.org.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir private Path directory;

    private static SimulatorSettings parse(String... arguments) {
        return CommandLine.parse(List.of(arguments));
    }

    @Test
    void nothing_said_is_the_demo_with_its_events_and_licences() {
        SimulatorSettings settings = parse();

        assertThat(settings.orgs()).extracting(OrgSettings::port).containsExactly(8090, 8091, 8093);
        assertThat(settings.network().adminPort()).isEqualTo(8092);
        assertThat(settings.network().bind()).isEqualTo("127.0.0.1");
        assertThat(settings.seed())
                .extracting(SeedRow::org)
                .contains("00DTURNOUT0000125A", "00DTURNOUT0000225A", "00DTURNOUT0000025A");
        assertThat(settings.data()).isEmpty();
    }

    @Test
    void everything_can_be_said() throws IOException, GeneralSecurityException {
        Path seed = directory.resolve("seed.json");
        Files.writeString(seed, "[{\"object\":\"Account\",\"rows\":[{\"Name\":\"Acme\"}]}]");
        KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Path key = directory.resolve("key.pem");
        String text = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
        Files.writeString(
                key, "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n");

        Path schema = directory.resolve("schema.json");
        Files.writeString(schema, "{\"name\":\"Hall__c\",\"keyPrefix\":\"a20\"}");

        SimulatorSettings settings =
                parse(
                        "--schema",
                        schema.toString(),
                        "--org",
                        "00DTURNOUT0000125A:0",
                        "--admin-port",
                        "0",
                        "--bind",
                        "0.0.0.0",
                        "--data",
                        directory.toString(),
                        "--seed",
                        seed.toString(),
                        "--public-key",
                        key.toString(),
                        "--latency",
                        "150:5:0.2:7",
                        "--trigger",
                        "Attendee__c=400",
                        "--nudge",
                        "00DTURNOUT0000125A=http://127.0.0.1:8080/v1/orgs/{org}/x",
                        "--nudge-secret",
                        "whsec_c2VjcmV0",
                        "--daily-calls",
                        "300");

        OrgSettings org = settings.orgs().getFirst();
        assertThat(settings.orgs()).hasSize(1);
        assertThat(org.limits().dailyCalls()).isEqualTo(300);
        assertThat(org.latency())
                .isEqualTo(
                        new Latency(Duration.ofMillis(150), Duration.ofMillis(5), 0.2, 7)
                                .withTrigger("Attendee__c", Duration.ofMillis(400)));
        assertThat(org.nudges().orElseThrow().url())
                .hasToString("http://127.0.0.1:8080/v1/orgs/00DTURNOUT0000125A/x");
        assertThat(settings.seed()).hasSize(1);
        assertThat(settings.apps().getFirst().publicKey()).isEqualTo(keys.getPublic());
        assertThat(settings.objects()).hasSize(1);
        assertThat(settings.data()).contains(directory);
    }

    @Test
    void what_is_not_understood_is_named() {
        assertThatThrownBy(() -> parse("--magic", "1")).hasMessageContaining("--magic");
        assertThatThrownBy(() -> parse("--nudge", "00DTURNOUT0000125A=http://x"))
                .hasMessageContaining("--nudge-secret");
        assertThatThrownBy(() -> parse("--nudge", "x=http://x", "--nudge-secret", "whsec_YQ=="))
                .hasMessageContaining("names no org");
        assertThatThrownBy(() -> parse("--org")).hasMessageContaining("--org");
        assertThat(parse("--latency", "9").orgs().getFirst().latency().base())
                .isEqualTo(Duration.ofMillis(9));
        assertThatThrownBy(() -> parse("--latency", "9:x")).hasMessageContaining("x");
        assertThatThrownBy(() -> parse("--admin-port", "x")).hasMessageContaining("x");
        assertThatThrownBy(() -> parse("--org", "00DTURNOUT0000125B:1"))
                .hasMessageContaining("00DTURNOUT0000125B");
        assertThatThrownBy(() -> parse("--seed", "/nowhere.json"))
                .hasMessageContaining("/nowhere.json");
    }
}
