package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.rollout.Flag;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What settings may say of other stacks.
class PeersSettingsTest {
    private static final String KEY = "A".repeat(43) + "=";
    private static final String POSTGRES =
            "storage: {type: postgres, database: {url: 'jdbc:postgresql://localhost/t', user:"
                    + " t}}\n";
    private static final String ONE = "{name: aws, url: 'http://127.0.0.1:1'%s}";

    private static final Flag HOME = Flag.home(new StackName("aws"));

    @TempDir private Path folder;

    private TurnoutSettings read(String storage, String key, String stacks) throws Exception {
        Path master = Files.writeString(folder.resolve("master.key"), KEY);
        Path file =
                Files.writeString(
                        folder.resolve("settings.yml"),
                        "stack: here\nsalesforce: {}\n"
                                + "keyManagement: {type: local, masterKeyFile: %s}\n"
                                        .formatted(master)
                                + storage
                                + "peers: {%s, stacks: [%s]}\n"
                                        .formatted(key, stacks.replace("master.key", "" + master)));
        return new YamlConfigurationFactory<>(
                        TurnoutSettings.class,
                        Validators.newValidator(),
                        Jackson.newObjectMapper(),
                        "dw")
                .build(new FileConfigurationSourceProvider(), file.toString());
    }

    private void refused(String storage, String key, String stacks, String why) {
        assertThatThrownBy(() -> read(storage, key, stacks))
                .as(key + " " + stacks)
                .isInstanceOf(ConfigurationValidationException.class)
                .hasMessageContaining(why);
    }

    @Test
    void the_key_stands_in_a_file_or_in_a_variable() throws Exception {
        Path file = Files.writeString(folder.resolve("peers.key"), KEY);
        String one = ONE.formatted("");

        assertThat(read(POSTGRES, "key: '" + KEY + "'", one).peers().orElseThrow().secret())
                .hasSize(32);
        assertThat(read(POSTGRES, "keyFile: " + file, one).peers().orElseThrow().secret())
                .hasSize(32);
        refused(POSTGRES, "key: '%s', keyFile: f".formatted(KEY), one, "keyFile or in key");
        refused(POSTGRES, "key: null", one, "keyFile or in key");
        refused(POSTGRES, "keyFile: /nowhere/peers.key", one, "cannot read /nowhere/peers.key");
        refused(POSTGRES, "key: 'not base64'", one, "no key in Base64");
        refused(POSTGRES, "key: 'AAAA'", one, "openssl rand -base64 32");
    }

    @Test
    void stacks_are_others_and_reached_at_an_address() {
        String key = "key: '" + KEY + "'";

        refused(POSTGRES, key, "{name: here, url: 'http://127.0.0.1:1'}", "this stack itself");
        refused(POSTGRES, key, ONE.formatted("") + "," + ONE.formatted(""), "two stacks");
        refused(POSTGRES, key, "{name: aws, url: 'http://127.0.0.1/x'}", "a host and a port");
        refused(POSTGRES, key, "{name: 'A W S', url: 'http://127.0.0.1'}", "name");
        refused(POSTGRES, key, "{name: aws, url: 'http://aws.example'}", "https://");
        refused(POSTGRES, key, "", "stacks");
        refused("storage: {type: memory}\n", key, ONE.formatted(""), "type postgres");
    }

    @Test
    void one_org_moves_at_once_if_nothing_else_is_said_and_four_at_most() throws Exception {
        String key = "key: '" + KEY + "'";
        String one = ONE.formatted("");

        assertThat(read(POSTGRES, key, one).peers().orElseThrow().atOnce()).isEqualTo(1);
        assertThat(read(POSTGRES, key + ", movesAtOnce: 4", one).peers().orElseThrow().atOnce())
                .isEqualTo(4);
        refused(POSTGRES, key + ", movesAtOnce: 5", one, "movesAtOnce");
        refused(POSTGRES, key + ", movesAtOnce: 0", one, "movesAtOnce");
    }

    @Test
    void an_org_moves_where_both_the_database_and_the_keys_are_known() throws Exception {
        String key = "key: '" + KEY + "'";
        String database = ", database: {url: 'jdbc:postgresql://%s/t', user: t}";
        String keys = ", keyManagement: {type: local, masterKeyFile: master.key}";

        TurnoutSettings both =
                read(POSTGRES, key, ONE.formatted(database.formatted("localhost") + keys));
        assertThat(both.peers().orElseThrow().stacks().getFirst().inside()).isPresent();
        assertThat(both.peers().orElseThrow().homes()).containsExactly(HOME);
        assertThat(read(POSTGRES, key, ONE.formatted("")).peers().orElseThrow().homes()).isEmpty();
        refused(POSTGRES, key, ONE.formatted(keys), "given both, or neither");
        refused(
                POSTGRES,
                key,
                ONE.formatted(database.formatted("db.example/t?sslmode=disable&x=") + keys),
                "sslmode is not require");
    }
}
