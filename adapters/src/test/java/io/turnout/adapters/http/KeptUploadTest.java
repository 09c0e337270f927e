package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.postgres.PostgresStorage;
import io.turnout.adapters.postgres.Tables;
import io.turnout.application.Ports;
import io.turnout.application.attendeelink.LinkPorts;
import io.turnout.application.memory.MemoryLinkTokens;
import io.turnout.application.memory.MemoryUploadTickets;
import io.turnout.domain.capacity.Seats;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Uploads that two instances take in over one PostgreSQL.
class KeptUploadTest {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    private static final ExecutorService SEALING = Executors.newFixedThreadPool(2);

    private static OpenHouse instance() {
        return new OpenHouse(
                () -> Fair.NOON, HttpDoorSettings.standard(), KeptUploadTest::overPostgres);
    }

    private static Ports overPostgres(Ports ports) {
        return ports.with(
                LinkPorts.class,
                new LinkPorts(
                        POSTGRES.links(),
                        new MemoryLinkTokens(),
                        POSTGRES.vault(),
                        POSTGRES.uploads(),
                        new MemoryUploadTickets(),
                        SEALING,
                        ports.links().minting()));
    }

    @Test
    void what_is_dropped_is_found_nowhere_and_what_is_kept_only_sealed() {
        List<String> canaries =
                List.of(
                        "canary@example.com",
                        "Canary Name",
                        "Canary Title",
                        "Canary Company",
                        "canary_field",
                        "canary_value");
        try (OpenHouse house = instance()) {
            Fair fair = Fair.open(house.memory, new Seats.Unlimited());
            POSTGRES.welcome(fair.org());
            Upload upload = Upload.begin(house, fair, "canaries");
            String ticket = upload.url().substring(upload.url().lastIndexOf('/') + 1);

            var report =
                    upload.kept(
                            Upload.CSV,
                            """
                            id,email,name,title,company,canary_field
                            kept-1,canary@example.com,Canary Name,Canary Title,Canary Company,\
                            canary_value
                            canary_value,canary@example.com,"Canary
                            Name",,,canary_value
                            canary@example.com,canary_value,,,,
                            """);

            assertThat(report.path("kept").asInt()).isEqualTo(1);
            assertThat(report.path("refused").asInt()).isEqualTo(2);
            assertThat(report.path("dropped").asInt()).isEqualTo(2);
            String lines = house.get(upload.url() + "/links").body();
            String token = json(lines).path("url").asText().replaceAll(".*/", "");
            assertThat(house.get("/v1/orgs/" + fair.org() + "/links/" + token).body())
                    .contains(canaries.subList(0, 4));
            String all = Tables.everything(POSTGRES);
            assertThat(all).contains("kept-1").doesNotContain(ticket, token);
            assertThat(canaries)
                    .allSatisfy(
                            canary ->
                                    assertThat(all)
                                            .doesNotContain(canary)
                                            .doesNotContain(hex(canary)));
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    @Test
    void what_breaks_off_at_one_instance_goes_on_at_another() {
        try (OpenHouse one = instance();
                OpenHouse other = instance()) {
            Fair fair = Fair.open(one.memory, new Seats.Unlimited());
            POSTGRES.welcome(fair.org());
            Upload here = Upload.begin(one, fair, "broken");
            Upload there = new Upload(other, fair, here.url());
            String first = rows(1, 25_000);

            var _ =
                    RawSocket.say(
                            one.port(),
                            here.head(Upload.NDJSON, first.length() + 9L) + first + "{\"id\":");

            assertThat(there.nextRow()).isEqualTo(25_001);
            assertThat(links(fair)).isEqualTo(25_000);
            var report = json(there.put(Upload.NDJSON, rows(24_001, 30_000), 24_001));
            assertThat(report.path("rows").asInt()).isEqualTo(30_000);
            assertThat(report.path("kept").asInt()).isEqualTo(30_000);
            assertThat(links(fair)).isEqualTo(30_000);
            assertThat(here.report().path("state").asText()).isEqualTo("finished");
            refused(here.put(Upload.NDJSON, rows(1, 1)), 409, "upload-finished");
            assertThat(one.get(here.url() + "/links").body().lines())
                    .hasSize(30_000)
                    .doesNotHaveDuplicates();
        }
    }

    private static int links(Fair fair) {
        return Tables.count(
                POSTGRES, "select count(*) from link where org_id = :org", fair.org().value());
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Upload::row).collect(Collectors.joining());
    }

    @Test
    void an_org_that_moved_away_is_told_so_and_what_was_kept_stays() {
        try (OpenHouse house = instance()) {
            Fair fair = Fair.open(house.memory, new Seats.Unlimited());
            POSTGRES.welcome(fair.org());
            Upload upload = Upload.begin(house, fair, "moving");
            Tables.moveAway(POSTGRES, fair.org().value());

            refused(upload.put(Upload.NDJSON, rows(1, 1)), 503, "relocating");
            refused(Upload.ask(house, fair, "another"), 503, "relocating");
            assertThat(upload.nextRow()).isEqualTo(1);
        }
    }
}
