package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings as they are read from a file, before anything is started with them.
class TurnoutSettingsTest {
    private static final String LEAST =
            """
            stack: here
            storage: {type: memory}
            keyManagement: {type: local, masterKeyFile: master.key}
            """;
    private static final String ORG =
            """
            salesforce:
              orgs:
                - org: 00DTURNOUT0000125A
                  loginUrl: https://acme.my.salesforce.com
                  consumerKey: key
                  username: user@example.com
                  audience: https://login.salesforce.com
                  privateKeyFile: org.pem
                  webhookSecrets: ["%s"]
            """;

    @TempDir private Path folder;

    private TurnoutSettings read(String text) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("settings.yml"),
                        text.replace("master.key", folder + "/master.key"));
        Files.writeString(folder.resolve("master.key"), "A".repeat(43) + "=");
        return new YamlConfigurationFactory<>(
                        TurnoutSettings.class,
                        Validators.newValidator(),
                        Jackson.newObjectMapper(),
                        "dw")
                .build(new FileConfigurationSourceProvider(), file.toString());
    }

    @Test
    void what_is_left_out_of_the_door_is_as_usual() throws Exception {
        DoorSettings door = read(LEAST + "salesforce: {}\ndoor: {connections: 7}\n").door();

        assertThat(door)
                .isEqualTo(
                        new DoorSettings(
                                DoorSettings.USUAL.bodyDeadline(),
                                7,
                                DoorSettings.USUAL.connectionsPerAddress(),
                                null));
        assertThat(read(LEAST + "salesforce: {}\n").door()).isEqualTo(DoorSettings.USUAL);
    }

    @Test
    void a_webhook_secret_that_is_none_is_told_with_what_to_do_and_is_not_shown() {
        for (String wrong : new String[] {"whsec_c2hvcnQ=", "whsec_no base64 at all, but long!"}) {
            assertThatThrownBy(() -> read(LEAST + ORG.formatted(wrong)))
                    .isInstanceOf(ConfigurationValidationException.class)
                    .hasMessageContaining("webhookSecrets")
                    .hasMessageContaining("openssl rand -base64 32")
                    .message()
                    .doesNotContain(wrong);
        }
    }

    @Test
    void a_webhook_secret_of_24_bytes_is_one_padded_or_not() throws Exception {
        for (String secret :
                new String[] {
                    "whsec_" + "A".repeat(32),
                    "whsec_" + "A".repeat(34) + "==",
                    "whsec_" + "A".repeat(35)
                }) {
            assertThat(read(LEAST + ORG.formatted(secret)).salesforce().orgs()).hasSize(1);
        }
    }

    @Test
    void an_unleash_server_beside_a_house_that_remembers_nothing_is_refused() {
        String unleash =
                "flags: {type: unleash, url: 'http://127.0.0.1', token: t, adminToken: a}\n";

        assertThatThrownBy(() -> read(LEAST + "salesforce: {}\n" + unleash))
                .isInstanceOf(ConfigurationValidationException.class)
                .hasMessageContaining("needs storage of type postgres");
    }

    @Test
    void instances_that_share_nothing_are_not_scaled() {
        String scaling =
                "scaling: {type: machine, min: 0, max: 2, machine: {folder: f, settings: s}}\n";

        assertThatThrownBy(() -> read(LEAST + "salesforce: {}\n" + scaling))
                .isInstanceOf(ConfigurationValidationException.class)
                .hasMessageContaining("scaling: needs storage of type postgres");
    }

    @Test
    void operators_keys_are_in_a_file_or_at_an_address_and_not_in_both() throws Exception {
        String who = "salesforce: {}\ndoor: {operators: {%s, issuer: i, audience: a}}\n";
        String url = "jwkSetUrl: 'https://id.example/jwks'";

        assertThat(read(LEAST + who.formatted(url)).door().operators()).isNotNull();
        for (String wrong : new String[] {"dashboard: null", url + ", jwkSetFile: f"}) {
            assertThatThrownBy(() -> read(LEAST + who.formatted(wrong)))
                    .isInstanceOf(ConfigurationValidationException.class)
                    .hasMessageContaining("jwkSetFile or at jwkSetUrl");
        }
        assertThatThrownBy(() -> read(LEAST + who.formatted("jwkSetUrl: 'http://id.example/jwks'")))
                .hasMessageContaining("id.example: keys on another machine");
    }
}
