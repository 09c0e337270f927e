package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.Seats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What of an upload is not taken: rows, of which each is refused alone, and whole bodies.
class LinkUploadRefusalsTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(500));
    private final Upload upload =
            Upload.begin(HOUSE, fair, "refused-" + MESSAGES.incrementAndGet());

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static List<String> reasons(JsonNode report) {
        return StreamSupport.stream(report.path("refusedRows").spliterator(), false)
                .map(row -> row.path("row").asInt() + " " + row.path("reason").asText())
                .toList();
    }

    @Test
    void every_wrong_line_is_refused_by_its_number_and_the_others_are_kept() {
        String lines =
                String.join(
                        "\n",
                        "{\"id\":\"good\",\"email\":\"a@example.com\",\"uses\":100}",
                        "{\"id\":\"a\",\"email\":",
                        "[1]",
                        "{\"id\":\"a\",\"email\":\"a@example.com\"} {}",
                        "{\"id\":\"a\",\"id\":\"b\",\"email\":\"a@example.com\"}",
                        "{\"email\":\"a@example.com\"}",
                        "{\"id\":\"\",\"email\":\"a@example.com\"}",
                        "{\"id\":\"a@example.com\",\"email\":\"a@example.com\"}",
                        "{\"id\":7,\"email\":\"a@example.com\"}",
                        "{\"id\":\"a\"}",
                        "{\"id\":\"a\",\"email\":null}",
                        "{\"id\":\"a\",\"email\":\"nobody\"}",
                        "{\"id\":\"a\",\"email\":[\"a@example.com\"]}",
                        "{\"id\":\"a\",\"email\":\"a@example.com\",\"name\":\" \"}",
                        "{\"id\":\"a\",\"email\":\"a@example.com\",\"name\":\"a\\u0000\"}",
                        "{\"id\":\"a\",\"email\":\"a@example.com\",\"title\":{\"x\":1}}",
                        "{\"id\":\"a\",\"email\":\"a@example.com\",\"company\":\"%s\"}"
                                .formatted("c".repeat(256)),
                        "{\"id\":\"a\",\"email\":\"a@example.com\",\"uses\":0}",
                        "{\"id\":\"a\",\"email\":\"a@example.com\",\"uses\":101}",
                        "{\"id\":\"a\",\"email\":\"a@example.com\",\"uses\":\"1\"}",
                        "{\"id\":\"a\",\"email\":\"a@example.com\",\"uses\":1e2}",
                        "{\"id\":\"a\",\"email\":\"a@example.com\",\"x\":\"%s\"}"
                                .formatted("x".repeat(17_000)),
                        "{\"id\":\"last\",\"email\":\"a@example.com\",\"x\":[[{}]],\"y\":1}");

        JsonNode report = upload.kept(Upload.NDJSON, lines);

        assertThat(reasons(report))
                .containsExactly(
                        "2 unreadable",
                        "3 unreadable",
                        "4 unreadable",
                        "5 unreadable",
                        "6 id-missing",
                        "7 id-missing",
                        "8 id-invalid",
                        "9 id-invalid",
                        "10 email-missing",
                        "11 email-missing",
                        "12 email-invalid",
                        "13 email-invalid",
                        "14 name-invalid",
                        "15 name-invalid",
                        "16 title-invalid",
                        "17 company-invalid",
                        "18 uses-invalid",
                        "19 uses-invalid",
                        "20 uses-invalid",
                        "21 uses-invalid",
                        "22 too-long");
        assertThat(report.path("kept").asInt()).isEqualTo(2);
        assertThat(report.path("dropped").asInt()).isEqualTo(2);
        assertThat(report.path("refused").asInt()).isEqualTo(21);
        assertThat(report.path("refusedBy")).hasSize(10);
        assertThat(HOUSE.get(upload.url() + "/links").body().lines()).hasSize(2);
    }

    @Test
    void every_wrong_line_of_a_table_is_refused_by_its_number() {
        JsonNode report =
                upload.kept(
                        Upload.CSV,
                        """
                        id,email,name,uses,notes
                        good,a@example.com,Ada,2,"of two
                        lines"
                        a,a@example.com,Ada,1
                        a,a@example.com,Ada,1,x,y

                        a,a@example.com,"A
                        da",1,
                        a,a@example.com,Ada,many,
                        a,,Ada,1,
                        a,a@example.com,Ada,1,%s
                        """
                                .formatted("x".repeat(17_000)));

        assertThat(reasons(report))
                .containsExactly(
                        "2 unreadable",
                        "3 unreadable",
                        "4 name-invalid",
                        "5 uses-invalid",
                        "6 email-missing",
                        "7 too-long");
        assertThat(report.path("kept").asInt()).isEqualTo(1);
        assertThat(report.path("dropped").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_not_utf_8_is_refused_row_by_row() {
        String lines =
                "{\"id\":\"a\",\"email\":\"a@example.com\",\"name\":\"Zoë\"}\n" + Upload.row(1);
        String table = "id,email,name\na,a@example.com,Zoë\nb,b@example.com,Bob\n";
        Upload other = Upload.begin(HOUSE, fair, "latin-" + MESSAGES.incrementAndGet());

        JsonNode first =
                json(HOUSE.send(upload.request(Upload.NDJSON, lines.getBytes(ISO_8859_1))));
        JsonNode second = json(HOUSE.send(other.request(Upload.CSV, table.getBytes(ISO_8859_1))));

        for (JsonNode report : List.of(first, second)) {
            assertThat(reasons(report)).containsExactly("1 not-utf-8");
            assertThat(report.path("kept").asInt()).isEqualTo(1);
        }
    }

    @Test
    void no_body_is_taken_without_rows_or_of_another_type() {
        refused(upload.put(Upload.NDJSON, ""), 400, "malformed");
        refused(upload.put(Upload.NDJSON, "\n \r\n"), 400, "malformed");
        refused(upload.put(Upload.CSV, "id,email\n"), 400, "malformed");
        refused(upload.put("application/json", "[]"), 415, "unsupported-media-type");
        refused(upload.put("text/*", "id,email"), 415, "unsupported-media-type");
        refused(upload.put("text/csv;charset=latin1", "id"), 415, "unsupported-media-type");
        refused(
                HOUSE.send(
                        upload.request(Upload.CSV, "id,email".getBytes(UTF_8))
                                .header("Content-Encoding", "br")),
                415,
                "unsupported-media-type");
        refused(
                HOUSE.send(
                        upload.request(Upload.CSV, "id,email".getBytes(UTF_8))
                                .header("Content-Encoding", "gzip")),
                400,
                "malformed");
        for (String wrong : List.of("0", "-1", "x", "1.0", "9999999999999")) {
            refused(
                    HOUSE.send(
                            upload.request(Upload.NDJSON, Upload.row(1).getBytes(UTF_8))
                                    .header("Turnout-First-Row", wrong)),
                    422,
                    "invalid");
        }
        assertThat(upload.report().path("state").asText()).isEqualTo("open");
        assertThat(upload.kept(Upload.NDJSON, Upload.row(1)).path("kept").asInt()).isEqualTo(1);
    }

    @Test
    void a_table_needs_a_head_that_names_what_must_be_there_once() {
        for (String head :
                List.of(
                        "a@example.com,Ada",
                        "id,name",
                        "email",
                        "id,email,Email",
                        "id,email" + ",x".repeat(200))) {
            JsonNode problem = problem(upload.put(Upload.CSV, head + "\na,b\n"), 422, "invalid");

            assertThat(problem.at("/violations/0/field").asText()).isEqualTo("head");
        }
        String most = "id,email" + ",x".repeat(198) + "\na,a@example.com" + ",".repeat(198) + "\n";
        assertThat(upload.kept(Upload.CSV, most).path("kept").asInt()).isEqualTo(1);
    }

    @Test
    void a_quote_that_is_never_closed_ends_a_table_and_what_was_before_is_kept() {
        String open = "id,email,x\na,a@example.com,1\nb,b@example.com,\"" + "y".repeat(70_000);

        HttpResponse<String> answer = upload.put(Upload.CSV, open);

        refused(answer, 400, "malformed");
        assertThat(answer.headers().firstValue("Turnout-Next-Row")).contains("2");
        assertThat(upload.report().path("state").asText()).isEqualTo("open");
        String mended = "id,email,x\nb,b@example.com,\n";
        assertThat(json(upload.put(Upload.CSV, mended, 2)).path("kept").asInt()).isEqualTo(2);
    }

    @Test
    void what_is_too_large_by_its_own_word_is_not_read() {
        RawSocket.Answer answer =
                RawSocket.say(HOUSE.port(), upload.head(Upload.CSV, (512L << 20) + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("at most 512 MiB");
    }

    @Test
    void of_two_at_once_the_second_is_told_and_the_first_goes_on() {
        try (Socket first = new Socket(InetAddress.getLoopbackAddress(), HOUSE.port())) {
            String row = Upload.row(1);
            first.getOutputStream()
                    .write(upload.head(Upload.NDJSON, 2L * row.length()).getBytes(UTF_8));
            first.getOutputStream().write(row.getBytes(UTF_8));
            first.getOutputStream().flush();
            while (!upload.report().path("state").asText().equals("receiving")) {
                Thread.onSpinWait();
            }

            refused(upload.put(Upload.NDJSON, Upload.row(9)), 409, "request-in-progress");

            first.getOutputStream().write(row.getBytes(UTF_8));
            first.getOutputStream().flush();
            byte[] answer = new byte[4_096];
            int length = first.getInputStream().read(answer);
            assertThat(new String(answer, 0, length, UTF_8)).startsWith("HTTP/1.1 200");
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
        assertThat(upload.report().path("kept").asInt()).isEqualTo(2);
    }
}
