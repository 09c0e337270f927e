package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.capacity.Seats;
import io.turnout.domain.registration.LinkId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever sends a form or opens a link meets the same words and headers on the short way as on the
/// long one, which an `Accept` of several kinds makes a request take.
class ShortWayTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
    private static final String PLAIN = "*/*";
    private static final String SEVERAL = "application/json, text/plain;q=0.5";

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    record Sent(
            int status,
            String what,
            String path,
            String type,
            List<String> keys,
            List<String> bodies) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Sent> requests() {
        String json = "application/json";
        String ada = Fair.one("ada");
        String hold =
                "{\"lines\":[{\"item\":\"%s\",\"sessions\":[],\"quantity\":2}]}"
                        .formatted(Fair.TICKET.value());
        List<String> key = List.of("k-1");
        return Stream.of(
                new Sent(201, "admitted", "registrations", json, key, List.of(ada)),
                new Sent(201, "a repeat", "registrations", json, key, List.of(ada, ada)),
                new Sent(
                        201,
                        "a key reused",
                        "registrations",
                        json,
                        key,
                        List.of(ada, Fair.one("bob"))),
                new Sent(201, "held", "holds", json, key, List.of(hold)),
                new Sent(201, "held again", "holds", json, key, List.of(hold, hold)),
                new Sent(400, "no key", "registrations", json, List.of(), List.of(ada)),
                new Sent(400, "two keys", "registrations", json, List.of("a", "b"), List.of(ada)),
                new Sent(400, "no JSON", "registrations", json, key, List.of("{")),
                new Sent(400, "null", "holds", json, key, List.of("null")),
                new Sent(422, "nobody", "registrations", json, key, List.of("{\"attendees\":[]}")),
                new Sent(422, "no field", "holds", json, key, List.of("{\"nothing\":1}")),
                new Sent(415, "text", "registrations", "text/plain", key, List.of(ada)),
                new Sent(413, "too large", "holds", json, key, List.of(" ".repeat(70_000))),
                new Sent(404, "an odd path", "registrations/x", json, key, List.of(ada)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void both_ways_say_the_same(Sent sent) {
        List<Said> shortly = said(sent, PLAIN);
        List<Said> atLength = said(sent, SEVERAL);

        assertThat(shortly).isEqualTo(atLength);
        assertThat(shortly.getFirst().status()).isEqualTo(sent.status());
    }

    /// What was said, without what differs from answer to answer.
    private record Said(int status, Map<String, List<String>> headers, String body) {
        static Said of(HttpResponse<String> answer) {
            Map<String, List<String>> headers = new TreeMap<>();
            answer.headers().map().forEach((name, values) -> headers.put(name, blank(values)));
            headers.remove("date");
            headers.remove("content-length");
            headers.remove("connection");
            return new Said(answer.statusCode(), headers, blank(answer.body()));
        }

        private static List<String> blank(List<String> values) {
            return values.stream().map(Said::blank).toList();
        }

        private static String blank(String text) {
            return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                    .replaceAll("\"manageToken\":\"[^\"]+\"", "\"manageToken\":\"…\"")
                    .replaceAll("00D[0-9A-Za-z]{15}", "ORG");
        }
    }

    static Stream<Arguments> links() {
        return Stream.of(
                Arguments.of(200, (Function<Invited, String>) Invited::api),
                Arguments.of(404, (Function<Invited, String>) ada -> wrong(ada).api()),
                Arguments.of(404, (Function<Invited, String>) ada -> never(ada).api()),
                Arguments.of(404, (Function<Invited, String>) ada -> ada.api() + "/more"),
                Arguments.of(404, (Function<Invited, String>) ada -> ada.api() + "%20"),
                Arguments.of(
                        404,
                        (Function<Invited, String>)
                                ada -> ada.api().replaceFirst("/00D[^/]+/", "/nobody/")));
    }

    private static Invited wrong(Invited ada) {
        return new Invited(ada.fair(), ada.link(), ada.wrong());
    }

    /// Of a link that was never kept, or is not any more.
    private static Invited never(Invited ada) {
        LinkId never = LinkId.of(Fair.FAIR, "never");
        String token = HOUSE.memory.ports().links().tokens().of(ada.fair().org(), never).value();
        return new Invited(ada.fair(), ada.link(), token);
    }

    @ParameterizedTest
    @MethodSource("links")
    void both_ways_lead_to_the_same_link(int status, Function<Invited, String> path) {
        Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(60));
        Invited ada = Invited.to(fair, HOUSE, "a", 2);

        for (String used : new String[] {"no", "yes"}) {
            Said shortly = opened(path.apply(ada), PLAIN);
            Said atLength = opened(path.apply(ada), SEVERAL);

            assertThat(shortly).as("used: " + used).isEqualTo(atLength);
            assertThat(shortly.status()).isEqualTo(status);
            String body =
                    "{\"link\":\"%s\",\"attendees\":[%s]}"
                            .formatted(ada.token(), Fair.attendee("ada"));
            var _ = HOUSE.post(fair.registrations(), "k-1", body);
        }
    }

    private static Said opened(String path, String accept) {
        return Said.of(HOUSE.send(HOUSE.request(path).header("Accept", accept).GET()));
    }

    private static List<Said> said(Sent sent, String accept) {
        Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(60));
        String path = fair.registrations().replace("registrations", sent.path());
        List<Said> said = new ArrayList<>();
        for (String body : sent.bodies()) {
            HttpRequest.Builder request =
                    HOUSE.request(path)
                            .header("Content-Type", sent.type())
                            .header("Accept", accept)
                            .POST(HttpRequest.BodyPublishers.ofString(body));
            sent.keys().forEach(key -> request.header("Idempotency-Key", key));
            said.add(Said.of(HOUSE.send(request)));
        }
        return said;
    }
}
