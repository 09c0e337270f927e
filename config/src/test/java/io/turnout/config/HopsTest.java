package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What settings may ask of the ways to other machines, and what happens where the other side has
/// nothing better than TLS 1.1 to offer.
class HopsTest {
    private static final String SALESFORCE =
            """
            salesforce:
              orgs:
                - org: 00DTURNOUT0000125A
                  loginUrl: %s
                  consumerKey: key
                  username: turnout
                  audience: https://login.salesforce.com
                  privateKeyFile: org.pem
            """;

    @TempDir private Path folder;

    private TurnoutSettings read(String rest) throws Exception {
        Path key = Files.writeString(folder.resolve("master.key"), "A".repeat(43) + "=");
        String storage = rest.contains("storage:") ? "" : "storage: {type: memory}\n";
        String salesforce = rest.contains("salesforce:") ? "" : "salesforce: {}\n";
        Path file =
                Files.writeString(
                        folder.resolve("settings.yml"),
                        "stack: here\nkeyManagement: {type: local, masterKeyFile: %s}\n"
                                        .formatted(key)
                                + storage
                                + salesforce
                                + rest);
        return new YamlConfigurationFactory<>(
                        TurnoutSettings.class,
                        Validators.newValidator(),
                        Jackson.newObjectMapper(),
                        "dw")
                .build(new FileConfigurationSourceProvider(), file.toString());
    }

    private static String database(String address) {
        return "storage: {type: postgres, database: {url: 'jdbc:postgresql://%s', user: turnout}}\n"
                .formatted(address);
    }

    private void refused(String rest, String why) {
        assertThatThrownBy(() -> read(rest))
                .as(rest)
                .isInstanceOf(ConfigurationValidationException.class)
                .hasMessageContaining(why);
    }

    private void taken(String rest) {
        assertThatCode(() -> read(rest)).as(rest).doesNotThrowAnyException();
    }

    @Test
    void a_database_on_another_machine_is_encrypted_and_asked_to_be_where_nothing_is_said()
            throws Exception {
        refused(database("db.example.com/t?sslmode=disable"), "sslmode is not require");
        refused(database("db.example.com/t?sslmode=prefer"), "sslmode is not require");
        refused(database("localhost,db.example.com/t?sslmode=allow"), "sslmode is not require");
        taken(database("db.example.com/t?sslmode=verify-full"));
        taken(database("localhost:5432/t?sslmode=disable"));

        TurnoutSettings silent = read(database("db.example.com/t"));

        assertThat(silent.storage())
                .isInstanceOfSatisfying(
                        StorageSettings.Postgres.class,
                        postgres -> {
                            Database.limit(postgres.database(), "one");
                            assertThat(postgres.database().getProperties())
                                    .containsEntry("sslmode", "require");
                        });
    }

    @Test
    void a_redis_on_another_machine_is_encrypted_whatever_it_is_for() {
        for (String use :
                List.of(
                        "cache: {type: redis, url: '%s'}",
                        "sessions: {type: redis, url: '%s'}", "limits: {redis: '%s'}")) {
            refused(use.formatted("redis://r.example.com:6379"), "r.example.com");
            taken(use.formatted("rediss://r.example.com:6379"));
            taken(use.formatted("redis://localhost:6379"));
        }
    }

    @Test
    void salesforce_is_encrypted_and_nothing_old_is_asked_of_it() {
        refused(SALESFORCE.formatted("http://acme.my.salesforce.com"), "acme.my.salesforce.com");
        taken(SALESFORCE.formatted("https://acme.my.salesforce.com"));
        refused(
                "salesforce: {client: {tls: {supportedProtocols: [TLSv1.2, TLSv1.1]}}}",
                "nothing older");
        refused("salesforce: {client: {tls: {protocol: TLSv1.1}}}", "nothing older");
        taken("salesforce: {client: {tls: {supportedProtocols: [TLSv1.3]}}}");
    }

    @Test
    void a_server_with_nothing_newer_than_tls_1_1_is_not_talked_to() throws Exception {
        TlsTrial trial = TlsTrial.in(folder);

        assertThat(trial.run("TLSv1.1", "old-client")).containsExactly("bare TLSv1.1");
        assertThat(trial.run("TLSv1.1", "house"))
                .containsExactly("postgres refused", "redis refused", "salesforce refused");
        assertThat(trial.run("TLSv1.2", "house"))
                .containsExactly("postgres TLSv1.2", "redis TLSv1.2", "salesforce TLSv1.2");
    }
}
