package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.Seats;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Bodies nobody should send. Each is refused with the status that fits, none is a bug of ours, and
/// no answer repeats what was in it.
class HostileBodyTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
    private static final Fair FAIR = Fair.open(HOUSE.memory, new Seats.Unlimited());
    private static final String SECRET = "sesame";
    private static final String GOOD = Fair.one(SECRET);
    private static final int LIMIT = 64 * 1024;

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource({"broken", "wrong", "text"})
    void a_hostile_body(String what, int status, byte[] body) {
        HttpRequest.Builder request =
                HOUSE.request(FAIR.registrations())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k-" + what.hashCode())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));

        HttpResponse<String> answer = HOUSE.send(request);

        if (status < 400) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        } else {
            JsonNode problem = problem(answer);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.body()).doesNotContain(SECRET);
            assertThat(problem.path("violations").isEmpty()).isEqualTo(status != 422);
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                body("a good one", 201, GOOD),
                body("nothing", 400, ""),
                body("blanks", 400, "   "),
                body("null", 400, "null"),
                body("a list", 400, "[]"),
                body("a string", 400, '"' + SECRET + '"'),
                body("an empty string", 400, "\"\""),
                body("a number", 400, "1"),
                body("true", 400, "true"),
                body("a brace", 400, "{"),
                body("a comma too many", 400, GOOD.replace("]}", "],}")),
                body("single quotes", 400, GOOD.replace('"', '\'')),
                body("a comment", 400, "/* " + SECRET + " */" + GOOD),
                body("a second document", 400, GOOD + GOOD),
                body("a trailing word", 400, GOOD + " " + SECRET),
                body("NaN", 400, "{\"attendees\":NaN}"),
                body("a bare tab in a string", 400, Fair.one(SECRET + "\t")),
                body("a doubled key", 400, GOOD.replaceFirst("\\{", "{\"attendees\":[],")),
                body("a doubled key inside", 400, GOOD.replace("\"name\"", "\"email\"")),
                body("depth 20,000", 400, "[".repeat(20_000)),
                body("a number of 5,000 digits", 400, open("\"waitlist\":" + "9".repeat(5_000))),
                body("a key of 1,000 characters", 400, "{\"" + "k".repeat(1_000) + "\":1}"),
                body("HTML", 400, "<html>" + SECRET + "</html>"),
                body("an overlong slash", 400, with(0xC0, 0xAF)),
                body("an overlong NUL", 400, with(0xC0, 0x80)),
                body("a surrogate in UTF-8", 400, with(0xED, 0xA0, 0x80)),
                body("beyond Unicode", 400, with(0xF4, 0x90, 0x80, 0x80)),
                body("half a character", 400, with(0xE2, 0x82)),
                body("Latin 1", 400, with(0xE9)),
                body("a byte order mark", 400, ("\uFEFF" + GOOD).getBytes(UTF_8)),
                body("UTF-16", 400, GOOD.getBytes(StandardCharsets.UTF_16)),
                body("UTF-16LE", 400, GOOD.getBytes(StandardCharsets.UTF_16LE)),
                body("UTF-32", 400, GOOD.getBytes(java.nio.charset.Charset.forName("UTF-32"))),
                body("64 KiB", 201, padded(LIMIT)),
                body("64 KiB and one byte", 413, padded(LIMIT + 1)));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                body("no field", 422, "{}"),
                body("depth 17", 422, "{\"attendees\":" + "[".repeat(17) + "]".repeat(17) + "}"),
                body("an unknown field", 422, open("\"" + SECRET + "?\":1")),
                body(
                        "an unknown field inside",
                        422,
                        GOOD.replace("\"name\"", "\"nom\":1,\"name\"")),
                body("a proto", 422, open("\"__proto__\":{\"admin\":true}")),
                body("nobody", 422, "{\"attendees\":[]}"),
                body("null for all", 422, "{\"attendees\":null}"),
                body("null for one", 422, "{\"attendees\":[null]}"),
                body(
                        "null for a session",
                        422,
                        GOOD.replace('"' + Fair.DINNER.value() + '"', "null")),
                body("a number for a name", 422, name("1")),
                body("a truth for a name", 422, name("true")),
                body("a list for a name", 422, name("[\"x\"]")),
                body("an object for a name", 422, name("{}")),
                body("null for a name", 422, name("null")),
                body("a fraction for an item", 422, item("1.5")),
                body("a string for the group", 422, "{\"attendees\":\"" + SECRET + "\"}"),
                body("an object for the group", 422, "{\"attendees\":{}}"),
                body("a string for a person", 422, "{\"attendees\":[\"" + SECRET + "\"]}"),
                body("an empty string for a person", 422, "{\"attendees\":[\"\"]}"),
                body("a string for waitlist", 422, open("\"waitlist\":\"true\"")),
                body("a number for waitlist", 422, open("\"waitlist\":1")),
                body("an empty string for waitlist", 422, open("\"waitlist\":\"\"")),
                body("a hold that is none", 422, open("\"hold\":\"" + SECRET + "\"")),
                body("a short hold", 422, open("\"hold\":\"1-1-7-1-1\"")),
                body("a link", 422, open("\"link\":\"" + SECRET + "\"")),
                body("an item that is none", 422, item("\"" + SECRET + "\"")),
                body("an item with a wrong check", 422, item("\"a02000000000001AAB\"")),
                body("the same session twice", 422, sessions(Fair.DINNER.value())),
                body("the same session in both forms", 422, sessions("a03000000000001")),
                body("51 sessions", 422, sessions("x\"" + ",\"y\"".repeat(49) + ",\"z")));
    }

    static Stream<Arguments> text() {
        return Stream.of(
                body("U+0000", 422, name("\"a\\u0000b\"")),
                body("a bell", 422, name("\"a\\u0007b\"")),
                body("a delete", 422, name("\"a\\u007fb\"")),
                body("a new line", 422, name("\"a\\nb\"")),
                body("a high surrogate alone", 422, name("\"a\\ud800b\"")),
                body("a low surrogate alone", 422, name("\"a\\udc00b\"")),
                body("surrogates the wrong way round", 422, name("\"\\udc00\\ud800\"")),
                body("a noncharacter", 422, name("\"a\\uffffb\"")),
                body("blanks for a name", 422, name("\"  \"")),
                body("no name", 422, name("\"\"")),
                body("80 characters", 201, name('"' + "n".repeat(80) + '"')),
                body("81 characters", 422, name('"' + "n".repeat(81) + '"')),
                body(
                        "80 that become 160 when composed",
                        422,
                        name('"' + "\u0958".repeat(80) + '"')),
                body("40 emoji", 201, name('"' + "\uD83D\uDE00".repeat(40) + '"')),
                body("right to left", 201, name("\"\u202Eabc\u202C\"")),
                body("a quote from a spreadsheet", 201, name("\"=cmd|' /C calc'!A0\"")),
                body("markup", 201, name("\"<script>alert(1)</script>\"")),
                body("an expression", 201, name("\"${7*7} #{7*7} {validatedValue}\"")),
                body("no at", 422, email(SECRET)),
                body("two ats", 422, email("a@b@c")),
                body("a header in an address", 422, email("a@b.c\\r\\nBcc: x@y.z")),
                body("an expression in an address", 422, email("${7*7}")),
                body(
                        "an address of 81",
                        422,
                        email("a".repeat(60) + "@" + "b".repeat(16) + ".com")));
    }

    private static Arguments body(String what, int status, String body) {
        return Arguments.of(what, status, body.getBytes(UTF_8));
    }

    private static Arguments body(String what, int status, byte[] body) {
        return Arguments.of(what, status, body);
    }

    private static String open(String field) {
        return GOOD.replaceFirst("}$", "," + field.replace("$", "\\$") + "}");
    }

    private static String name(String json) {
        return GOOD.replace("\"name\":\"" + SECRET + '"', "\"name\":" + json);
    }

    private static String email(String address) {
        return GOOD.replace(SECRET + "@example.com", address);
    }

    private static String item(String json) {
        return GOOD.replace('"' + Fair.TICKET.value() + '"', json);
    }

    private static String sessions(String more) {
        String dinner = '"' + Fair.DINNER.value() + '"';
        return GOOD.replace(dinner, dinner + ",\"" + more + '"');
    }

    private static byte[] with(int... bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"attendees\":[{\"name\":\"".getBytes(UTF_8));
        for (int b : bytes) {
            body.write(b);
        }
        body.writeBytes("\"}]}".getBytes(UTF_8));
        return body.toByteArray();
    }

    private static byte[] padded(int size) {
        return (GOOD + " ".repeat(size - GOOD.length())).getBytes(UTF_8);
    }
}
