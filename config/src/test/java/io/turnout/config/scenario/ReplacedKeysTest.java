package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.adapters.postgres.PostgresOrgKeys;
import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.privacy.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys of an org, to seal and to find people by, and the master key are replaced while a crowd
/// registers at one of two houses, and the other house is killed meanwhile. Then every record is
/// counted, opened and found.
class ReplacedKeysTest {
    private static final String STALE =
            "select count(*) from record_key where substr(wrapped, 2, 4) <> int4send(2)";
    private static final String UNFOUND =
            "select count(*) from attendee where substr(email_digest, 1, 4) <> int4send(2)";
    private static final String KEYS =
            """
            select purpose || key_id from org_key where purpose in ('seal', 'email') order by 1
            """;
    private static final String ATTENDEES = "select count(*) from attendee";
    /// Every house looks at its keys every five seconds.
    private static final String HEARD =
            """
            select count(distinct key_id) from org_key
            where key_id = 2 and created_at < now() - interval '12 seconds'
            """;
    private static final String HALF_A_MINUTE_LATER =
            "update org_key set created_at = created_at - interval '30 seconds' where key_id = 2";
    private static final String SEALED =
            """
            select attendee_id || ' ' || encode(person, 'hex') || ' ' || encode(wrapped, 'hex')
                || ' ' || encode(email_digest, 'hex')
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
                assertThat(
                                Commands.run(
                                        "keys",
                                        settings.toString(),
                                        "--replace",
                                        "all",
                                        "--replace-index",
                                        "all"))
                        .isZero();
                await(() -> street.count(STALE) < street.count(ATTENDEES));
                await(() -> street.count(UNFOUND) < street.count(ATTENDEES));
                left.kill();
                await(() -> street.count(HEARD) == 1);
                street.change(HALF_A_MINUTE_LATER);
                await(() -> street.texts(KEYS).equals(List.of("email2", "seal2")));
                crowd.goHome();

                System.out.println("replaced a key while " + crowd.registered() + " registered");
                assertThat(crowd.failures()).isEmpty();
                assertThat(street.count(STALE)).isZero();
                assertThat(street.count(UNFOUND)).isZero();
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
    private static int opened(Street street, byte[] masterKey) throws IOException {
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
            Vault.Subject subject = new Vault.Subject(Street.ORG, "attendee", id, "person");
            byte[] plain = vault.open(subject, new Vault.Sealed(person, key));
            assertThat(HexFormat.of().formatHex(vault.finder(Street.ORG, address(plain))))
                    .isEqualTo(parts[3]);
        }
        return rows.size();
    }

    private static String address(byte[] person) throws IOException {
        return new ObjectMapper().readTree(person).path("email").asText();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
