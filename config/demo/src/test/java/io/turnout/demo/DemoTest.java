package io.turnout.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The demo from its command line: what it prints works, and what it kept is there the next time.
@Timeout(240)
class DemoTest {
    private static final Pattern CURL =
            Pattern.compile(
                    "curl -i (\\S+) \\\\\\s+-H 'Content-Type: application/json'"
                            + " -H 'Idempotency-Key: (\\S+)' \\\\\\s+-d '(.*)'");

    @TempDir Path folder;

    @Test
    void what_it_prints_works_and_outlives_a_restart_and_a_kill() {
        try (DemoProcess demo = DemoProcess.started(folder)) {
            HttpResponse<String> first = asPrinted(demo);
            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            assertThat(asOperator(demo).statusCode()).isEqualTo(200);
            assertThat(links(demo)).hasSize(3).allMatch(path -> demo.get(path).statusCode() == 200);

            demo.kill();
            demo.startAgain();
            assertThat(demo.output()).contains("stopped the PostgreSQL of a demo that was killed");
            assertThat(left(demo)).isEqualTo("99,999");

            assertThat(demo.stop()).isEqualTo(143);
            assertThat(demo.alive()).isEmpty();
            demo.startAgain();
            assertThat(left(demo)).isEqualTo("99,999");
        }
    }

    /// The request whose curl it printed, sent to the letter.
    private static HttpResponse<String> asPrinted(DemoProcess demo) {
        Matcher curl = CURL.matcher(demo.output());
        assertThat(curl.find()).as(demo.output()).isTrue();
        return demo.send(
                HttpRequest.newBuilder(java.net.URI.create(curl.group(1)))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", curl.group(2))
                        .POST(HttpRequest.BodyPublishers.ofString(curl.group(3))));
    }

    /// The look of an operator, with the token where it was said to be.
    private static HttpResponse<String> asOperator(DemoProcess demo) {
        Matcher curl =
                Pattern.compile(
                                "curl -s '(\\S+)' \\\\\\s+-H \"Authorization: Bearer \\$\\(cat"
                                        + " '(.*)'\\)\"")
                        .matcher(demo.output());
        assertThat(curl.find()).as(demo.output()).isTrue();
        try {
            String token = Files.readString(Path.of(curl.group(2)));
            return demo.send(
                    HttpRequest.newBuilder(java.net.URI.create(curl.group(1)))
                            .header("Authorization", "Bearer " + token));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static java.util.List<String> links(DemoProcess demo) {
        return Pattern.compile("(?m)^  (?:Register|Watch|Break it) +http://[^/]+(/\\S+)$")
                .matcher(demo.output())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// How many seats the page of the large event says are left.
    private static String left(DemoProcess demo) {
        String page = demo.get("/o/" + Samples.ORG_A + "/e/" + Samples.OPEN_DAY).body();
        Matcher seats = Pattern.compile("([\\d,]+) seats left").matcher(page);
        assertThat(seats.find()).as(page).isTrue();
        return seats.group(1);
    }

    @Test
    void an_occupied_port_is_named_with_the_option_that_changes_it() throws IOException {
        DemoProcess demo;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            demo = DemoProcess.launched(folder, DemoAddress.ADMIN, other.getLocalPort());
            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.output())
                    .contains("port " + other.getLocalPort())
                    .contains("--admin-port");
        }
        assertThat(demo.alive()).isEmpty();
        demo.close();
    }

    @Test
    void sigterm_while_it_starts_leaves_nothing_behind() {
        try (DemoProcess demo = DemoProcess.launched(folder)) {
            Eventually.so(
                    "it starts PostgreSQL",
                    Duration.ofSeconds(60),
                    () -> demo.output().contains("PostgreSQL 18 on port"));

            assertThat(demo.stop()).isNotZero();

            assertThat(demo.alive()).isEmpty();
        }
    }
}
