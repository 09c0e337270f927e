package io.turnout.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// An upload of links to the fair, as an org's programs go about it.
record Upload(OpenHouse house, Fair fair, String url) {
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";
    static final byte[] SECRET = "a secret of an org, 32 bytes ...".getBytes(UTF_8);

    static Upload begin(OpenHouse house, Fair fair, String message) {
        HttpResponse<String> answer = ask(house, fair, message);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Upload(house, fair, answer.headers().firstValue("Location").orElseThrow());
    }

    static HttpResponse<String> ask(OpenHouse house, Fair fair, String message) {
        return ask(house, fair, message, "{\"event\":\"" + Fair.FAIR + "\"}");
    }

    static HttpResponse<String> ask(OpenHouse house, Fair fair, String message, String body) {
        house.secrets.keep(fair.org(), List.of(SECRET));
        long now = Fair.NOON.getEpochSecond();
        return house.send(
                house.request(fair.event() + "/link-uploads")
                        .header("Content-Type", "application/json")
                        .header("webhook-id", message)
                        .header("webhook-timestamp", Long.toString(now))
                        .header("webhook-signature", Signed.signature(SECRET, message, now, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// What a request begins with that says how long its body will be.
    String head(String type, long length) {
        return "PUT %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(url, type, length);
    }

    HttpRequest.Builder request(String type, byte[] rows) {
        return house.request(url)
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(rows));
    }

    HttpResponse<String> put(String type, String rows) {
        return house.send(request(type, rows.getBytes(UTF_8)));
    }

    HttpResponse<String> put(String type, String rows, long first) {
        return house.send(
                request(type, rows.getBytes(UTF_8))
                        .header("Turnout-First-Row", Long.toString(first)));
    }

    /// The report of a body that came whole.
    JsonNode kept(String type, String rows) {
        HttpResponse<String> answer = put(type, rows);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Answers.json(answer);
    }

    JsonNode report() {
        return Answers.json(house.get(url));
    }

    long nextRow() {
        HttpResponse<String> answer = house.send(house.request(url).HEAD());
        return Long.parseLong(answer.headers().firstValue("Turnout-Next-Row").orElseThrow());
    }

    static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static String row(int number) {
        return "{\"id\":\"r%d\",\"email\":\"p%d@example.com\"}\n".formatted(number, number);
    }
}
