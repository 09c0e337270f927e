package io.turnout.config.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People with names that nobody else has register at two houses, and some are forgotten while
/// others come; the org had invited some of them, and one of the houses is killed. Then every file
/// that was written is searched for any of them, Redis's too; a backup that was made before is
/// restored, and a house that starts on it has forgotten the same. `./turnout prove` has more of
/// them.
class ForgottenPeopleTest {
    private static final int PEOPLE = Integer.getInteger("turnout.canaries", 300);
    private static final int FORGOTTEN = Integer.getInteger("turnout.erasures", 30);
    private static final int INVITED = 5;
    private static final String SETTLING = "select count(*) from erasure where state = 'settling'";
    private static final String SLOWEST =
            "select round(extract(epoch from max(at - asked_at)), 1)::text from erasure_ledger";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir private Path folder;

    @Test
    void every_spelling_is_found_where_it_stands() throws IOException {
        Path there = Files.createDirectories(folder.resolve("control"));
        for (String mark : Flock.MARKS) {
            for (var one : Spellings.of(mark).entrySet()) {
                Files.write(there.resolve("file"), one.getValue());
                assertThat(new Search(mark).in(there)).as(one.getKey()).isNotEmpty();
            }
            String sentence = "ab <" + mark + "@example.com>";
            for (int cut = 0; cut < 3; cut++) {
                Files.writeString(
                        there.resolve("file"),
                        Base64.getEncoder()
                                .encodeToString(sentence.substring(cut).getBytes(UTF_8)));
                assertThat(new Search(mark).in(there)).isNotEmpty();
            }
        }
        assertThat(Spellings.of("any").size()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void nothing_can_be_read_and_a_restored_backup_forgets_again() throws Exception {
        Path backup = folder.resolve("backup");
        try (SharedRedis redis = new SharedRedis(folder.resolve("redis"));
                Street street = new Street(folder, PEOPLE + 100_000, invited())) {
            Path left = settings(street, redis, "left");
            Path right = settings(street, redis, "right");
            List<Asker> askers = new ArrayList<>();
            String receipt;
            long slowest;
            try (Instance one = Instance.start(left);
                    Instance two = Instance.start(right);
                    Successor three = new Successor(right)) {
                List<URI> houses = List.of(one.url(), two.url());
                Flock.registerAll(houses, PEOPLE);
                await(() -> street.links().size() == 2 * INVITED);
                ToldLinks links = new ToldLinks(street.links());
                links.open(houses);
                await(() -> redis.keys(ToldLinks.SHELF).size() == 2 * INVITED);
                Path dump = redis.save("before.rdb");
                searchedInVain(dump);
                Backup.of(url(left), backup);
                links.open(houses);
                for (int i = 0; i < FORGOTTEN; i++) {
                    askers.add(new Asker(Flock.email(i)));
                }
                slowest =
                        Flock.forget(
                                askers,
                                houses,
                                () -> {
                                    await(() -> street.count(SETTLING) > FORGOTTEN / 3);
                                    two.kill();
                                    three.start();
                                    return null;
                                });
                System.out.println(
                        "forgot "
                                + FORGOTTEN
                                + " of "
                                + PEOPLE
                                + ", the slowest in "
                                + slowest
                                + " ms as they saw it, in "
                                + street.texts(SLOWEST).getFirst()
                                + " s by the ledger");
                assertThat(redis.keys(ToldLinks.SHELF))
                        .doesNotContainAnyElementsOf(links.entries(forgotten()));
                await(() -> told(askers, one.url()));
                assertThat(street.addresses())
                        .doesNotContainAnyElementsOf(
                                askers.stream().map(asker -> asker.email()).toList())
                        .isNotEmpty();
                receipt = askers.getFirst().shown(one.url());
                await(() -> lines(ledger("left")) == FORGOTTEN);
                for (Asker invited : askers.subList(0, INVITED)) {
                    JsonNode seen = invited.look(one.url());
                    assertThat(seen.at("/erased/links").asInt()).isOne();
                    assertThat(seen.at("/erased/owed").asInt()).isPositive();
                    assertThat(seen.at("/salesforce/sent").asInt())
                            .isEqualTo(seen.at("/erased/owed").asInt());
                }
                var _ = redis.save("after.rdb");
            }
            Path data = Path.of(street.texts("show data_directory").getFirst());
            searchedInVain(
                    data,
                    backup,
                    folder.resolve("redis"),
                    folder.resolve("left.log"),
                    folder.resolve("right.log"),
                    ledger("left"),
                    ledger("right"));
            assertThat(verify(left, receipt)).isZero();
            assertThat(verify(left, receipt.replaceFirst("\"seal\":\"..", "\"seal\":\"00")))
                    .isNotZero();
            Path exported = folder.resolve("exported.jsonl");
            assertThat(Commands.run("erasures", left.toString(), "--export", exported.toString()))
                    .isZero();
            assertThat(lines(exported)).isEqualTo(FORGOTTEN);
            assertThat(Commands.run("retention", left.toString())).isZero();
            restored(left, backup, receipt);
            assertThat(slowest).isLessThan(MINUTE.toMillis());
        }
    }

    /// Of those the org invited, some will be forgotten and as many will not.
    private static List<String> invited() {
        return IntStream.range(0, INVITED)
                .mapToObj(i -> List.of(Flock.email(i), Flock.email(FORGOTTEN + i)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> forgotten() {
        return IntStream.range(0, INVITED).mapToObj(Flock::email).toList();
    }

    private void restored(Path left, Path backup, String receipt) throws Exception {
        try (EmbeddedPostgres postgres = Backup.restore(backup)) {
            String there = postgres.getJdbcUrl("postgres", "postgres");
            assertThat(
                            count(
                                    postgres,
                                    "select count(*) from attendee where erasure_id is not null"))
                    .isZero();
            Path again = folder.resolve("again.yml");
            Files.writeString(again, Files.readString(left).replace(url(left), there));
            try (Instance house = Instance.start(again)) {
                assertThat(
                                count(
                                        postgres,
                                        "select count(*) from attendee where erasure_id is not"
                                                + " null"))
                        .isEqualTo(FORGOTTEN);
                assertThat(Flock.register(house.url(), 0)).isEqualTo(410);
                assertThat(Flock.register(house.url(), PEOPLE - 1)).isEqualTo(200);
            }
            assertThat(count(postgres, "select count(*) from erasure_ledger")).isEqualTo(FORGOTTEN);
            assertThat(verify(again, receipt)).isZero();
        }
        searchedInVain(backup);
    }

    private static int count(EmbeddedPostgres postgres, String sql) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var _ = rows.next();
            return rows.getInt(1);
        }
    }

    private static void searchedInVain(Path... places) throws IOException {
        Search control = new Search(Street.ORG.value());
        Search search = new Search(Flock.MARKS);
        List<String> found = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Path place : places) {
            found.addAll(search.in(place));
            known.addAll(control.in(place));
        }
        System.out.println("searched " + search);
        assertThat(known).isNotEmpty();
        assertThat(found).isEmpty();
    }

    private static boolean told(List<Asker> askers, URI house) {
        return askers.stream()
                .allMatch(
                        asker -> {
                            try {
                                return !asker.look(house)
                                        .at("/salesforce/state")
                                        .asText()
                                        .equals("pending");
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + MINUTE.multipliedBy(5 + PEOPLE / 5_000).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(500);
        }
    }

    private Path ledger(String instance) {
        return folder.resolve(instance + ".jsonl");
    }

    private static int lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int verify(Path settings, String receipt) throws Exception {
        Path file = settings.resolveSibling("receipt.json");
        Files.writeString(file, receipt);
        return Commands.run("erasures", settings.toString(), "--receipt", file.toString());
    }

    private static String url(Path settings) throws IOException {
        return Files.readString(settings)
                .lines()
                .filter(line -> line.strip().startsWith("url: jdbc"))
                .map(line -> line.strip().substring("url: ".length()))
                .findFirst()
                .orElseThrow();
    }

    private Path settings(Street street, SharedRedis redis, String instance) throws IOException {
        Path file = street.settings(instance);
        String secret = "whsec_" + Base64.getEncoder().encodeToString(Asker.SECRET);
        Files.writeString(
                file,
                Files.readString(file)
                                .replaceFirst(
                                        "( +)(privateKeyFile: .*)",
                                        "$1$2\n$1webhookSecrets: ['" + secret + "']")
                                .replace("logging: {level: INFO}", logging(instance))
                        + """
                        erasure: {ledger: %s}
                        retention: {registrations: 400d, links: 30d}
                        cache: {type: redis, url: '%s'}
                        links: {publicUrl: 'https://events.example.com', callers: 1}
                        """
                                .formatted(ledger(instance), redis.url()));
        return file;
    }

    private String logging(String instance) {
        return """
        logging:
          level: INFO
          appenders:
            - {type: console}
            - {type: file, currentLogFilename: %s, archive: false}
        """
                .formatted(folder.resolve(instance + ".log"));
    }
}
