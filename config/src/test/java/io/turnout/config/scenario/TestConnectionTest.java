package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.config.TurnoutApplication;
import io.turnout.simulator.Simulator;
import io.turnout.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `test-connection` as an administrator runs it: a program with words and an exit code, without
/// any database.
class TestConnectionTest {
    private static final String ORG = "00DTURNOUT0000125A";
    private static final String OTHER = "00DTURNOUT0000225A";

    @TempDir private Path folder;
    private Simulator simulator;

    @BeforeEach
    void open() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String key = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        Files.writeString(
                folder.resolve("org.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        Files.writeString(
                folder.resolve("master.key"), Base64.getEncoder().encodeToString(new byte[32]));
        simulator =
                Simulator.start(
                        SimulatorSettings.onFreePorts(ORG, OTHER)
                                .withPublicKey((RSAPublicKey) pair.getPublic()));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String org(String org, URI loginUrl, String mapping) {
        return """
            - org: %s
              loginUrl: %s
              consumerKey: %s
              username: %s
              audience: https://login.salesforce.com
              privateKeyFile: %s
              mapping: %s
        """
                .formatted(
                        org,
                        loginUrl,
                        SimulatorSettings.CONSUMER_KEY,
                        SimulatorSettings.USERNAME,
                        folder.resolve("org.pem"),
                        mapping);
    }

    private Ended run(String storage, String salesforce, String... arguments) throws Exception {
        Path file = folder.resolve("settings.yml");
        Files.writeString(
                file,
                """
                stack: here
                storage: %s
                keyManagement: {type: local, masterKeyFile: %s}
                salesforce:
                %s
                logging: {level: WARN}
                """
                        .formatted(storage, folder.resolve("master.key"), salesforce));
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                TurnoutApplication.class.getName(),
                                "test-connection",
                                file.toString()));
        command.addAll(List.of(arguments));
        return Ended.of(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private record Ended(int code, String said) {
        static Ended of(Process process) throws IOException, InterruptedException {
            try (InputStream out = process.getInputStream()) {
                String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                return new Ended(process.exitValue(), said);
            }
        }
    }

    @Test
    void a_sound_org_is_told_so_and_a_mistaken_one_what_to_do() throws Exception {
        String orgs =
                "  orgs:\n"
                        + org(ORG, simulator.api(ORG), "default")
                        + org(OTHER, simulator.api(ORG), "default");

        Ended one = run("{type: memory}", orgs, "--org", ORG);
        Ended all = run("{type: memory}", orgs);

        assertThat(one.code()).as(one.said()).isZero();
        assertThat(one.said())
                .contains(ORG + "  is connected", "✓ ok      login", "✓ ok      attendees")
                .doesNotContain(OTHER, "✗", "PRIVATE KEY");
        assertThat(all.code()).as(all.said()).isEqualTo(1);
        assertThat(all.said())
                .contains(
                        ORG + "  is connected",
                        OTHER + "  is not as it should be",
                        "✗ failed  org",
                        "the login is to " + ORG + ", not to " + OTHER,
                        "→ correct the org id",
                        "- skipped schema")
                .doesNotContain("Exception");
    }

    @Test
    void the_source_of_licences_is_tried_too() throws Exception {
        String right = licenses(simulator.api(OTHER));
        String wrong = licenses(simulator.api(ORG));

        Ended read = run("{type: memory}", "  orgs: []\n" + right);
        Ended refused = run("{type: memory}", "  orgs: []\n" + wrong, "--org", OTHER);

        assertThat(read.code()).as(read.said()).isZero();
        assertThat(read.said()).contains(OTHER + "  is where licences", "✓ ok      licences     0");
        assertThat(refused.code()).as(refused.said()).isEqualTo(1);
        assertThat(refused.said())
                .contains("✗ failed  licences", "→ look at licenses.source")
                .doesNotContain("Exception");
    }

    private String licenses(URI loginUrl) {
        String one = org(OTHER, loginUrl, "default").strip().replaceFirst("- ", "");
        return "licenses:\n  source:\n    " + one.replace("      ", "    ") + "\n";
    }

    @Test
    void a_storage_that_is_away_leaves_the_orgs_of_the_settings() throws Exception {
        String gone =
                "{type: postgres, database: {url: 'jdbc:postgresql://127.0.0.1:1/x', user: x}}";

        Ended ended = run(gone, "  orgs:\n" + org(ORG, simulator.api(ORG), "default"));

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said())
                .contains("The storage does not answer", ORG + "  is connected")
                .doesNotContain("Exception");
    }

    @Test
    void a_mapping_of_the_settings_is_used_and_a_wrong_one_stops_the_start() throws Exception {
        String orgs = "  orgs:\n" + org(ORG, simulator.api(ORG), "acme");
        String right = "  mappings: {acme: {like: default, attendee: {fields: {title: Job__c}}}}";
        String wrong = "  mappings: {acme: {like: default, attendee: {fields: {titel: Job__c}}}}";

        Ended used = run("{type: memory}", orgs + right);
        Ended stopped = run("{type: memory}", orgs + wrong);
        Ended unknown = run("{type: memory}", orgs);

        assertThat(used.code()).as(used.said()).isEqualTo(1);
        assertThat(used.said()).contains("create Attendee__c.Job__c (text)");
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.said()).contains("mapping acme.attendee.fields.titel is unknown");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.said()).contains(ORG, "the mapping is none of [conference360, default]");
    }
}
