package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.Seats;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests that are not proper HTTP, or not what a path takes. Whoever refuses them, the server,
/// Jersey or we, the answer is a problem.
class HostileWireTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
    private static final Fair FAIR = Fair.open(HOUSE.memory, new Seats.Unlimited());
    private static final String GOOD = Fair.one("ada");
    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource({"paths", "headers", "bodies", "protocol"})
    void a_hostile_request(String what, int status, String request) {
        RawSocket.Answer answer = RawSocket.say(HOUSE.port(), request);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status >= 400 && !request.startsWith("HEAD")) {
            JsonNode problem = Answers.json(unchunked(answer));
            assertThat(answer.head())
                    .contains("content-type: application/problem+json")
                    .contains("x-content-type-options: nosniff")
                    .contains("referrer-policy: no-referrer")
                    .contains("x-correlation-id: " + problem.path("instance").asText());
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("type").asText()).isNotBlank();
        }
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                get("an event", 200, FAIR.event()),
                get("nowhere", 404, "/nowhere"),
                get("the root", 404, "/"),
                get("a matrix parameter", 200, FAIR.event() + ";admin=true"),
                get("a traversal", 400, "/v1/../../etc/passwd"),
                get("an encoded traversal", 400, "/v1/%2e%2e/%2e%2e/etc/passwd"),
                get("an encoded slash", 400, "/v1/orgs%2fx"),
                get("a NUL in the path", 400, "/v1/%00"),
                get("a broken escape", 400, "/v1/%zz"),
                get("broken UTF-8 in the path", 400, "/v1/%ff%fe"),
                get("a broken escape in the query", 200, FAIR.events() + "?x=%zz"),
                get("broken UTF-8 in a cursor", 422, FAIR.events() + "?cursor=%ff"),
                get("a broken escape in a cursor", 422, FAIR.events() + "?cursor=%zz"),
                get("a long address", 414, "/" + "a".repeat(9_000)),
                get("an org that is none", 404, "/v1/orgs/script/events"),
                get("markup in the path", 400, "/v1/orgs/<script>/events"),
                get("an id that is none", 404, "/v1/orgs/" + FAIR.org() + "/registrations/1"),
                get("the description of WADL", 404, "/application.wadl"),
                request("an asterisk", 400, "GET * HTTP/1.1\r\n" + HOST + "\r\n"));
    }

    static Stream<Arguments> headers() {
        String event = "GET " + FAIR.event() + " HTTP/1.1\r\n";
        return Stream.of(
                request("an answer in XML", 406, event + HOST + "Accept: text/xml\r\n\r\n"),
                request("an answer in HTML", 406, event + HOST + "Accept: text/html\r\n\r\n"),
                request("a broken Accept", 400, event + HOST + "Accept: ;;;\r\n\r\n"),
                request("any answer", 200, event + HOST + "Accept: */*\r\n\r\n"),
                request(
                        "a header of 9 KB",
                        431,
                        event + HOST + "X: " + "a".repeat(9_000) + "\r\n\r\n"),
                request(
                        "a thousand headers",
                        431,
                        event + HOST + "X: 1\r\n".repeat(2_000) + "\r\n"),
                request("a header without a colon", 400, event + HOST + "X\r\n\r\n"),
                request("a folded header", 400, event + HOST + "X: 1\r\n 2\r\n\r\n"),
                request("a NUL in a header", 400, event + HOST + "X: a\0b\r\n\r\n"),
                request("an odd cookie", 200, event + HOST + "Cookie: \";=,\r\n\r\n"),
                request("an odd If-None-Match", 200, event + HOST + "If-None-Match: \"\r\n\r\n"),
                request("an odd range", 200, event + HOST + "Range: bytes=9-1\r\n\r\n"),
                request("an odd language", 200, event + HOST + "Accept-Language: ;;q=x\r\n\r\n"),
                request("no host", 400, event + "Connection: close\r\n\r\n"),
                request("two hosts", 400, event + HOST + "Host: other\r\n\r\n"),
                request("a bad host", 400, event + "Connection: close\r\nHost: a b/\r\n\r\n"),
                request("a HEAD", 200, "HEAD " + FAIR.event() + " HTTP/1.1\r\n" + HOST + "\r\n"),
                request("a HEAD nowhere", 404, "HEAD /nowhere HTTP/1.1\r\n" + HOST + "\r\n"));
    }

    static Stream<Arguments> bodies() {
        String json = "Content-Type: application/json\r\n";
        return Stream.of(
                post("JSON", 201, json, GOOD),
                post(
                        "JSON that says so",
                        200,
                        "Content-Type: Application/JSON; charset=UTF-8\r\n",
                        GOOD),
                post("no type", 415, "", GOOD),
                post("an empty type", 400, "Content-Type: \r\n", GOOD),
                post("a type that is none", 400, "Content-Type: json\r\n", GOOD),
                post("plain text", 415, "Content-Type: text/plain\r\n", GOOD),
                post("a form", 415, "Content-Type: application/x-www-form-urlencoded\r\n", "a=b"),
                post(
                        "a multipart",
                        415,
                        "Content-Type: multipart/form-data; boundary=x\r\n",
                        "--x"),
                post("any type", 415, "Content-Type: */*\r\n", GOOD),
                post(
                        "another charset",
                        415,
                        "Content-Type: application/json; charset=utf-16\r\n",
                        GOOD),
                post(
                        "a charset that is none",
                        415,
                        "Content-Type: application/json; charset=x\r\n",
                        GOOD),
                post("gzip", 415, json + "Content-Encoding: gzip\r\n", "junk"),
                post("identity", 415, json + "Content-Encoding: identity\r\n", GOOD),
                post("three encodings", 415, json + "Content-Encoding: br, gzip, x\r\n", GOOD),
                post("an empty body", 400, json, ""),
                chunked("chunks", 200, "%x\r\n%s\r\n0\r\n\r\n".formatted(GOOD.length(), GOOD)),
                chunked(
                        "64 KiB in chunks",
                        400,
                        "1000\r\n%s\r\n".formatted(" ".repeat(4096)).repeat(16) + "0\r\n\r\n"),
                chunked(
                        "a byte more in chunks",
                        413,
                        "1000\r\n%s\r\n".formatted(" ".repeat(4096)).repeat(16)
                                + "1\r\n \r\n0\r\n\r\n"),
                chunked(
                        "a body without end",
                        413,
                        "1000\r\n%s\r\n".formatted(" ".repeat(4096)).repeat(64)),
                chunked("a bad chunk", 400, "zz\r\nx\r\n0\r\n\r\n"),
                chunked("an endless chunk size", 400, "f".repeat(40) + "\r\nx"),
                request("a huge length", 413, start(json + "Content-Length: 99999999999\r\n")),
                request(
                        "a length beyond numbers",
                        400,
                        start(json + "Content-Length: 99999999999999999999\r\n")),
                request("a negative length", 400, start(json + "Content-Length: -1\r\n")),
                request("a length that is none", 400, start(json + "Content-Length: x\r\n")),
                request(
                        "two lengths",
                        400,
                        start(json + "Content-Length: 1\r\nContent-Length: 2\r\n") + "x"),
                request(
                        "a length and chunks",
                        400,
                        start(json + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n")
                                + "0\r\n\r\n"),
                request("an unknown coding", 400, start(json + "Transfer-Encoding: gzip\r\n")),
                request("half a body", 400, start(json + "Content-Length: 100\r\n") + "{"));
    }

    static Stream<Arguments> protocol() {
        return Stream.of(
                request("TRACE", 405, "TRACE / HTTP/1.1\r\n" + HOST + "\r\n"),
                request("CONNECT", 405, "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n"),
                request("a method of our own", 405, "FOO / HTTP/1.1\r\n" + HOST + "\r\n"),
                request(
                        "PUT",
                        405,
                        "PUT "
                                + FAIR.event()
                                + " HTTP/1.1\r\n"
                                + HOST
                                + "Content-Length: 0\r\n\r\n"),
                request(
                        "DELETE of an event",
                        405,
                        "DELETE " + FAIR.event() + " HTTP/1.1\r\n" + HOST + "\r\n"),
                request("HTTP/0.9", 505, "GET /\r\n\r\n"),
                request("HTTP/3.7", 505, "GET / HTTP/3.7\r\n" + HOST + "\r\n"),
                request("no HTTP", 400, "\u0016\u0003\u0001\u0002hello\r\n\r\n"),
                request("HTTP/1.0", 200, "GET " + FAIR.event() + " HTTP/1.0\r\n\r\n"));
    }

    private static Arguments request(String what, int status, String text) {
        return Arguments.of(what, status, text);
    }

    private static Arguments get(String what, int status, String path) {
        return request(what, status, "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
    }

    private static Arguments post(String what, int status, String headers, String body) {
        return request(
                what, status, start(headers + "Content-Length: " + body.length() + "\r\n") + body);
    }

    private static Arguments chunked(String what, int status, String chunks) {
        String headers = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
        return request(what, status, start(headers) + chunks);
    }

    private static String start(String headers) {
        return "POST "
                + FAIR.registrations()
                + " HTTP/1.1\r\n"
                + HOST
                + "Idempotency-Key: k\r\n"
                + headers
                + "\r\n";
    }

    private static String unchunked(RawSocket.Answer answer) {
        String body = answer.body();
        return body.startsWith("{")
                ? body
                : body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
    }
}
