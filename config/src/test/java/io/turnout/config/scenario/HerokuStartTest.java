package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The house as Heroku starts it: by the lines of the Procfile, with what Heroku puts into the
/// environment, against a database and a store whose certificates nobody vouches for.
class HerokuStartTest {
    @TempDir private Path folder;

    static String line(String type) throws Exception {
        List<String> lines = Files.readAllLines(Started.house().resolve("Procfile"));
        return lines.stream()
                .filter(one -> one.startsWith(type + ": "))
                .map(one -> one.substring(type.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> environment(CloudStreet street, int port) {
        String password = URLEncoder.encode(CloudStreet.PASSWORD, StandardCharsets.UTF_8);
        return new HashMap<>(
                Map.of(
                        "PORT",
                        "" + port,
                        "DYNO",
                        "web.1",
                        "DATABASE_URL",
                        "postgres://" + CloudStreet.USER + ":" + password + "@" + street.address(),
                        "REDIS_URL",
                        street.redis.url().toString(),
                        "TURNOUT_MASTER_KEY",
                        Base64.getEncoder().encodeToString(new byte[32]),
                        "TURNOUT_ERASURE_LEDGER",
                        "/tmp/turnout-erasures-" + port + ".ledger",
                        "JAVA_OPTS",
                        "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
    }

    @Test
    void a_dyno_takes_a_registration_over_encrypted_ways() throws Exception {
        int port = Started.freePort();
        try (CloudStreet street = new CloudStreet(folder)) {
            Map<String, String> environment = environment(street, port);
            try (Started release = Started.run(folder, line("release"), environment)) {
                assertThat(release.exitCode()).as(release.said()).isZero();
            }
            street.publish("heroku");
            try (Started web = Started.run(folder, line("web"), environment)) {
                web.awaitOpen();

                assertThat(Started.visitor(1, port).register().statusCode())
                        .as(web.said())
                        .isEqualTo(201);

                assertThat(street.encrypted().keySet()).containsExactly(true);
                assertThat(street.redis.met()).isPositive();
            } finally {
                var _ = Files.deleteIfExists(Path.of("/tmp/turnout-erasures-" + port + ".ledger"));
            }
        }
    }

    @Test
    void a_dyno_without_its_master_key_says_so_and_not_more() throws Exception {
        try (CloudStreet street = new CloudStreet(folder)) {
            Map<String, String> environment = environment(street, Started.freePort());
            environment.put("TURNOUT_MASTER_KEY", "c2hvcnQ=");

            try (Started web = Started.run(folder, line("web"), environment)) {
                assertThat(web.exitCode()).isNotZero();
                assertThat(web.said())
                        .contains("masterKey has 5 bytes")
                        .doesNotContain("c2hvcnQ")
                        .doesNotContain(CloudStreet.PASSWORD);
            }
        }
    }
}
