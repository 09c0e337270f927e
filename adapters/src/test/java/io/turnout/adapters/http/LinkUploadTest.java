package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.attendeelink.LinkUploads;
import io.turnout.domain.capacity.Seats;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Links as an org brings them, from the ticket to whoever registers through one.
class LinkUploadTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(500));
    private final String message = "msg-" + MESSAGES.incrementAndGet();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private Upload upload() {
        return Upload.begin(HOUSE, fair, message);
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Upload::row).collect(Collectors.joining());
    }

    @Test
    void whoever_signs_gets_a_ticket_and_the_same_for_the_same_message() {
        HttpResponse<String> first = Upload.ask(HOUSE, fair, message);
        HttpResponse<String> again = Upload.ask(HOUSE, fair, message);
        HttpResponse<String> other = Upload.ask(HOUSE, fair, message + "x");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location"))
                .contains(json(first).path("uploadUrl").asText());
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(first).path("ticket").asText()).matches("[A-Za-z0-9_-]{43}");
        assertThat(json(first).path("expiresAt").asText())
                .isEqualTo(Fair.NOON.plus(LinkUploads.LIFE).toString());
        assertThat(json(first).at("/limits/bytes").asLong()).isEqualTo(536_870_912L);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(json(other).path("ticket")).isNotEqualTo(json(first).path("ticket"));
    }

    @Test
    void nobody_else_gets_one_and_no_event_but_the_one_that_is_signed() {
        long now = Fair.NOON.getEpochSecond();
        String body = "{\"event\":\"" + Fair.FAIR + "\"}";
        byte[] others = "the secret of another org, 32 by".getBytes(UTF_8);
        HttpRequest.Builder forged =
                HOUSE.request(fair.event() + "/link-uploads")
                        .header("Content-Type", "application/json")
                        .header("webhook-id", message)
                        .header("webhook-timestamp", Long.toString(now))
                        .header("webhook-signature", Signed.signature(others, message, now, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body));

        refused(HOUSE.send(forged), 401, "signature-invalid");
        refused(Upload.ask(HOUSE, fair, message, "{}"), 422, "invalid");
        refused(Upload.ask(HOUSE, fair, message, "{\"event\":\"x\"}"), 422, "invalid");
        refused(
                Upload.ask(HOUSE, fair, message, "{\"event\":\"a01000000000002\"}"),
                422,
                "invalid");
        refused(
                Upload.ask(HOUSE, fair, message, "{\"event\":\"" + Fair.FAIR + "\",\"x\":1}"),
                422,
                "invalid");
    }

    @Test
    void what_is_brought_opens_prefilled_and_lets_one_in() {
        Upload upload = upload();
        JsonNode report =
                upload.kept(
                        Upload.NDJSON,
                        """
                        {"id":"inv-1","email":"ada@example.com","name":"Ada","company":"Łódź & Co"}

                        {"id":"inv-2","email":"bob@example.com","title":null,"uses":3}
                        """);

        String lines = HOUSE.get(upload.url() + "/links").body();

        assertThat(report.path("state").asText()).isEqualTo("finished");
        assertThat(report.path("kept").asInt()).isEqualTo(2);
        String ada = token(lines, "inv-1");
        JsonNode link = json(HOUSE.get("/v1/orgs/" + fair.org() + "/links/" + ada));
        assertThat(link.at("/prefill/company").asText()).isEqualTo("Łódź & Co");
        assertThat(link.path("usesLeft").asInt()).isEqualTo(1);
        String body = "{\"link\":\"%s\",\"attendees\":[%s]}".formatted(ada, Fair.attendee("ada"));
        assertThat(HOUSE.post(fair.registrations(), message + 1, body).statusCode()).isEqualTo(201);
        refused(HOUSE.post(fair.registrations(), message + 2, body), 409, "link-used");
        JsonNode bob =
                json(HOUSE.get("/v1/orgs/" + fair.org() + "/links/" + token(lines, "inv-2")));
        assertThat(bob.path("usesLeft").asInt()).isEqualTo(3);
    }

    private String token(String lines, String id) {
        String url =
                lines.lines()
                        .map(Answers::json)
                        .filter(line -> line.path("id").asText().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .path("url")
                        .asText();
        String start = "http://127.0.0.1:" + HOUSE.port() + "/o/" + fair.org() + "/i/";
        assertThat(url).startsWith(start);
        return url.substring(start.length());
    }

    @Test
    void a_table_will_do_as_well_in_any_order_of_columns_and_packed() {
        Upload upload = upload();
        String table =
                """
                \uFEFFEmail,Phone,id , NAME
                "ada@example.com",+44 20 7946 0000,inv-1,"Lovelace, ""Ada\"""
                bob@example.com,,inv-2,
                """;

        HttpResponse<String> answer =
                HOUSE.send(
                        upload.request(Upload.CSV, Upload.packed(table))
                                .header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("kept").asInt()).isEqualTo(2);
        assertThat(json(answer).path("dropped").asInt()).isEqualTo(1);
        HttpResponse<String> links =
                HOUSE.send(HOUSE.request(upload.url() + "/links").header("Accept", Upload.CSV));
        assertThat(links.headers().firstValue("Content-Type")).contains("text/csv");
        assertThat(links.body().lines()).hasSize(3).startsWith("id,url");
        String token =
                links.body()
                        .lines()
                        .filter(line -> line.startsWith("inv-1,"))
                        .findFirst()
                        .orElseThrow();
        String api =
                "/v1/orgs/" + fair.org() + "/links/" + token.substring(token.lastIndexOf('/') + 1);
        assertThat(json(HOUSE.get(api)).at("/prefill/name").asText())
                .isEqualTo("Lovelace, \"Ada\"");
    }

    @Test
    void behind_a_proxy_the_addresses_have_the_scheme_it_was_asked_by() {
        Upload upload = upload();
        var _ = upload.kept(Upload.NDJSON, Upload.row(1));

        String lines =
                HOUSE.send(
                                HOUSE.request(upload.url() + "/links")
                                        .header("X-Forwarded-Proto", "https"))
                        .body();

        assertThat(URI.create(json(lines).path("url").asText()).getScheme()).isEqualTo("https");
    }

    @Test
    void what_broke_off_goes_on_at_the_row_that_head_tells() {
        Upload upload = upload();
        int port = HOUSE.port();
        String sent = rows(1, 10_050);
        String head = upload.head(Upload.NDJSON, sent.length() + 1_000);

        RawSocket.Answer answer = RawSocket.say(port, head + sent + "{\"id\":\"half\",\"em");

        assertThat(answer.status()).isIn(0, 400);
        assertThat(upload.nextRow()).isEqualTo(10_051);
        assertThat(upload.report().path("state").asText()).isEqualTo("open");
        HttpResponse<String> gap = upload.put(Upload.NDJSON, Upload.row(1), 10_052);
        assertThat(problem(gap, 422, "invalid").at("/violations/0/field").asText())
                .isEqualTo("Turnout-First-Row");
        assertThat(gap.headers().firstValue("Turnout-Next-Row")).contains("10051");
        JsonNode report = json(upload.put(Upload.NDJSON, rows(10_051, 10_100), 10_051));
        assertThat(report.path("kept").asInt()).isEqualTo(10_100);
        assertThat(report.path("state").asText()).isEqualTo("finished");
        assertThat(HOUSE.get(upload.url() + "/links").body().lines())
                .hasSize(10_100)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_finished_takes_no_more() {
        Upload upload = upload();
        var _ = upload.kept(Upload.NDJSON, Upload.row(1));

        refused(upload.put(Upload.NDJSON, Upload.row(2)), 409, "upload-finished");
        assertThat(upload.report().path("rows").asInt()).isEqualTo(1);
    }

    @Test
    void a_ticket_is_for_one_event_of_one_org_and_for_a_day() {
        AtomicReference<Instant> now = new AtomicReference<>(Fair.NOON);
        try (OpenHouse house = new OpenHouse(now::get, HttpDoorSettings.standard())) {
            Fair there = Fair.open(house.memory, new Seats.Unlimited());
            Fair elsewhere = Fair.open(house.memory, new Seats.Unlimited());
            Upload upload = Upload.begin(house, there, message);
            String ticket = upload.url().substring(upload.url().lastIndexOf('/') + 1);
            for (String wrong :
                    List.of(
                            elsewhere.event() + "/link-uploads/" + ticket,
                            there.events() + "/a01000000000002/link-uploads/" + ticket,
                            there.event() + "/link-uploads/" + ticket.substring(1) + "A",
                            there.event() + "/link-uploads/x")) {
                Upload stranger = new Upload(house, there, wrong);
                refused(stranger.put(Upload.NDJSON, Upload.row(1)), 404, "not-found");
                refused(house.get(wrong), 404, "not-found");
                refused(house.get(wrong + "/links"), 404, "not-found");
            }

            var _ = now.updateAndGet(instant -> instant.plus(LinkUploads.LIFE));

            refused(upload.put(Upload.NDJSON, Upload.row(1)), 404, "not-found");
            refused(house.get(upload.url()), 404, "not-found");
            refused(house.get(upload.url() + "/links"), 404, "not-found");
        }
    }

    @Test
    void no_log_and_no_answer_repeats_a_ticket_a_value_or_a_name_of_a_field() {
        List<String> canaries =
                List.of("canary@example.com", "Canary Name", "canary-field", "canary-value");
        try (OpenHouse house = new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
                LogLines log = new LogLines("ROOT")) {
            Fair there = Fair.open(house.memory, new Seats.Unlimited());
            Upload upload = Upload.begin(house, there, message);
            String ticket = upload.url().substring(upload.url().lastIndexOf('/') + 1);
            String rows =
                    """
                    {"id":"a","email":"canary@example.com","name":"Canary Name",\
                    "canary-field":"canary-value"}
                    {"id":"canary@example.com","email":"canary-value"}
                    {"id":"b","email":"canary-value canary-field
                    """;

            List<HttpResponse<String>> answers =
                    List.of(
                            upload.put(Upload.NDJSON, rows),
                            house.get(upload.url()),
                            upload.put(Upload.NDJSON, rows),
                            house.get(upload.url() + "x"),
                            house.get(upload.url() + "/more"));

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.body()).doesNotContain(ticket))
                    .allSatisfy(answer -> assertThat(answer.body()).doesNotContain(canaries));
            assertThat(answers.get(1).body()).contains("\"dropped\":1");
            assertThat(log.first(6))
                    .allSatisfy(line -> assertThat(line).doesNotContain(ticket))
                    .allSatisfy(line -> assertThat(line).doesNotContain(canaries))
                    .anySatisfy(
                            line ->
                                    assertThat(line)
                                            .startsWith(
                                                    "PUT /v1/orgs/{org}/events/{event}/link-uploads"
                                                            + "/{ticket} 200"));
        }
    }
}
