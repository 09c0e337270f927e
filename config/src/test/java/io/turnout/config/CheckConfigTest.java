package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check-config` says of a ceiling beside the database.
class CheckConfigTest {
    @TempDir private Path folder;

    private Path settings(String url, int max) throws Exception {
        return Files.writeString(
                folder.resolve("house.yml"),
                """
                stack: here
                storage:
                  type: postgres
                  database: {url: '%s', user: postgres, password: '', maxSize: 16}
                keyManagement: {type: local, masterKeyFile: '%s'}
                salesforce: {}
                scaling: {type: machine, min: 1, max: %d, machine: {folder: f, settings: s}}
                """
                        .formatted(
                                url,
                                Files.writeString(
                                        folder.resolve("master.key"), "A".repeat(43) + "="),
                                max));
    }

    /// What it says against the settings; nothing where they are sound.
    private Optional<String> checked(String url, int max) throws Exception {
        TurnoutApplication application = new TurnoutApplication();
        Bootstrap<TurnoutSettings> bootstrap = new Bootstrap<>(application);
        application.addDefaultCommands(bootstrap);
        application.initialize(bootstrap);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Cli cli = new Cli(new JarLocation(getClass()), bootstrap, said, said);
        return cli.run("check", settings(url, max).toString())
                .map(_ -> said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_ceiling_that_the_database_has_not_room_for_is_refused_with_the_numbers()
            throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");

            assertThat(checked(url, 5)).isEmpty();
            assertThat(checked(url, 6).orElseThrow())
                    .contains(
                            "scaling: max is too much: 6 instances of 16 connections each, one"
                                    + " more that is tried or replaced, and 3 that the database"
                                    + " keeps back make 115, and it allows 100");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_not_waited_for() throws Exception {
        assertThat(checked("jdbc:postgresql://127.0.0.1:1/turnout", 500)).isEmpty();
    }
}
