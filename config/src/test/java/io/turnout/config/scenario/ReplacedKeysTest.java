package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.adapters.postgres.PostgresOrgKeys;
import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.privacy.Vault;
import io.turnout.config.TurnoutApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The key of an org and the master key are replaced while a crowd registers at one of two houses,
/// and the other house is killed meanwhile. Then every record is counted and opened.
class ReplacedKeysTest {
    private static final String STALE =
            "select count(*) from record_key where substr(wrapped, 2, 4) <> int4send(2)";
    private static final String SEALS =
            "select key_id::text from org_key where purpose = 'seal' order by 1";
    private static final String SEALED =
            """
            select attendee_id || ' ' || encode(person, 'hex') || ' ' || encode(wrapped, 'hex')
            from attendee join record_key
            on record_key.org_id = attendee.org_id and record_id = attendee_id
            """;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private Path folder;

    @Test
    void keys_are_replaced_while_people_register_and_a_house_dies() throws Exception {
        try (Street street = new Street(folder, 100_000)) {
            Path settings = street.settings("right");
            try (Instance left = Instance.start(street.settings("left"));
                    Instance right = Instance.start(settings);
                    Crowd crowd = Crowd.at(right.url())) {
                await(() -> street.count("select count(*) from record_key") > 200);
                assertThat(command("keys", settings.toString(), "--replace", "all")).isZero();
                await(() -> street.count(STALE) < street.count("select count(*) from attendee"));
                left.kill();
                await(() -> street.texts(SEALS).equals(List.of("2")));
                crowd.goHome();

                System.out.println("replaced a key while " + crowd.registered() + " registered");
                assertThat(crowd.failures()).isEmpty();
                assertThat(street.count(STALE)).isZero();
                assertThat(opened(street, new byte[32])).isEqualTo(crowd.registered());
            }
            replaceMaster(street, settings);
        }
    }

    private void replaceMaster(Street street, Path settings) throws Exception {
        byte[] fresh = new byte[32];
        fresh[0] = 1;
        Path old = folder.resolve("master.key");
        Path key = folder.resolve("next.key");
        Files.writeString(key, Base64.getEncoder().encodeToString(fresh));
        Path both = with(settings, "%s, olderMasterKeyFiles: [%s]".formatted(key, old), "both");
        Path only = with(settings, key.toString(), "only");
        assertThatThrownBy(() -> Instance.start(only).close())
                .hasMessageContaining("add its file to keyManagement.olderMasterKeyFiles");
        try (Instance house = Instance.start(both)) {
            await(() -> !street.texts(masters()).contains(masterOf(new byte[32])));
            assertThat(Flock.register(house.url(), 1)).isEqualTo(201);
        }
        try (Instance house = Instance.start(only)) {
            assertThat(Flock.register(house.url(), 2)).isEqualTo(201);
        }
        int people = street.count("select count(*) from attendee");
        assertThat(opened(street, fresh)).isEqualTo(people);
    }

    private static String masters() {
        return "select distinct encode(substr(wrapped, 2, 4), 'hex') from org_key";
    }

    private static String masterOf(byte[] key) {
        return new LocalKeyManagement(key).masters().iterator().next().name();
    }

    private Path with(Path settings, String keys, String name) throws Exception {
        return Files.writeString(
                folder.resolve(name + ".yml"),
                Files.readString(settings)
                        .replace(
                                "masterKeyFile: " + folder.resolve("master.key"),
                                "masterKeyFile: " + keys));
    }

    /// Opens what names a person, of everybody.
    private static int opened(Street street, byte[] masterKey) {
        Vault vault =
                new TinkVault(
                        new OpenKeys(
                                new LocalKeyManagement(masterKey),
                                new PostgresOrgKeys(street.gate())));
        List<String> rows = street.texts(SEALED);
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            byte[] person = HexFormat.of().parseHex(parts[1]);
            byte[] key = HexFormat.of().parseHex(parts[2]);
            UUID id = UUID.fromString(parts[0]);
            assertThat(
                            vault.open(
                                    new Vault.Subject(Street.ORG, "attendee", id, "person"),
                                    new Vault.Sealed(person, key)))
                    .isNotEmpty();
        }
        return rows.size();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static int command(String... words) throws Exception {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                TurnoutApplication.class.getName()));
        line.addAll(List.of(words));
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }
}
