package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.turnout.application.privacy.KeyManagement.Master;
import io.turnout.application.privacy.KeyManagement.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which master keys are named, and what is said of one that is none, before anything starts.
class KeyManagementSettingsTest {
    @TempDir private Path folder;

    private KeyManagementSettings read(String keys) throws Exception {
        String text =
                "stack: here\n"
                        + "storage: {type: memory}\n"
                        + "salesforce: {}\n"
                        + "keyManagement: {type: local, "
                        + keys.replace("@", folder + "/")
                        + "}\n";
        Path file = Files.writeString(folder.resolve("settings.yml"), text);
        return new YamlConfigurationFactory<>(
                        TurnoutSettings.class,
                        Validators.newValidator(),
                        Jackson.newObjectMapper(),
                        "dw")
                .build(new FileConfigurationSourceProvider(), file.toString())
                .keyManagement();
    }

    private void key(String file, int bytes) throws Exception {
        byte[] key = new byte[bytes];
        key[0] = (byte) file.hashCode();
        Files.writeString(folder.resolve(file), Base64.getEncoder().encodeToString(key));
    }

    @BeforeEach
    void keys() throws Exception {
        key("now", 32);
        key("soon", 32);
        key("once", 32);
        key("short", 31);
        Files.copy(folder.resolve("now"), folder.resolve("copy"));
    }

    @Test
    void one_key_wraps_and_others_open() throws Exception {
        KeyManagementSettings settings =
                read(
                        "masterKeyFile: @now, nextMasterKeyFiles: [@soon], olderMasterKeyFiles:"
                                + " [@once]");

        assertThat(settings)
                .isInstanceOfSatisfying(
                        KeyManagementSettings.Local.class,
                        local ->
                                assertThat(local.open().masters())
                                        .extracting(Master::standing)
                                        .containsExactly(
                                                Standing.CURRENT, Standing.NEXT, Standing.OLDER));
    }

    @Test
    void a_file_that_is_no_key_is_named_and_its_content_is_not() {
        for (String[] wrong :
                new String[][] {
                    {"masterKeyFile: @none", "cannot read", "none"},
                    {"masterKeyFile: @now, olderMasterKeyFiles: [@gone]", "cannot read", "gone"},
                    {"masterKeyFile: @now, nextMasterKeyFiles: [@short]", "31 bytes", "short"},
                    {"masterKeyFile: @settings.yml", "no key in Base64", "settings.yml"},
                    {"masterKeyFile: @now, olderMasterKeyFiles: [@copy]", "there twice", ""}
                }) {
            assertThatThrownBy(() -> read(wrong[0]))
                    .as(wrong[0])
                    .isInstanceOf(ConfigurationValidationException.class)
                    .hasMessageContaining(wrong[1])
                    .hasMessageContaining(wrong[2])
                    .message()
                    .doesNotContain("AAAA");
        }
    }
}
