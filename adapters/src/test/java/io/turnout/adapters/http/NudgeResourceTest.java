package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.publishing.Refreshes;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an org can say, and what somebody who is not the org can not.
class NudgeResourceTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
    private static final byte[] OLD = "an old secret of 32 bytes ......".getBytes(UTF_8);
    private static final byte[] NEW = "a new secret of 32 bytes .......".getBytes(UTF_8);
    private static final byte[] OTHERS = "the secret of another org ......".getBytes(UTF_8);
    private static final long NOW = Fair.NOON.getEpochSecond();
    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(20));
    private final String published =
            "{\"type\":\"event.published\",\"ids\":[\"" + Fair.FAIR + "\"]}";
    private final String id = "msg-" + MESSAGES.incrementAndGet();

    @BeforeEach
    void secrets() {
        HOUSE.secrets.keep(fair.org(), List.of(OLD, NEW));
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private HttpRequest.Builder message(OrgId org, String body) {
        return HOUSE.request("/v1/orgs/" + org + "/salesforce/notifications")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(long seconds, String signatures, String body) {
        return HOUSE.send(
                message(fair.org(), body)
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(seconds))
                        .header("webhook-signature", signatures));
    }

    private HttpResponse<String> signed(String body) {
        return send(NOW, Signed.signature(NEW, id, NOW, body), body);
    }

    private List<EventId> wanted() {
        return HOUSE.memory.inbound().refreshes().look(fair.org(), 300).stream()
                .filter(Refreshes.View::pending)
                .map(Refreshes.View::event)
                .toList();
    }

    @Test
    void what_the_org_says_changed_is_wanted() {
        HttpResponse<String> answer = signed(published);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(wanted()).containsExactly(Fair.FAIR);
    }

    @Test
    void either_of_two_live_secrets_fits_and_so_does_one_good_signature_of_several() {
        String bad = Signed.signature(OTHERS, id, NOW, published);
        String old = Signed.signature(OLD, id, NOW, published);

        assertThat(send(NOW, old, published).statusCode()).isEqualTo(202);
        assertThat(send(NOW, "v2,x " + bad + " " + old, published).statusCode()).isEqualTo(202);
        refused(send(NOW, "v2,x " + bad, published), 401, "signature-invalid");
    }

    @Test
    void a_message_that_comes_again_is_accepted_and_changes_nothing() {
        assertThat(signed(published).statusCode()).isEqualTo(202);
        String other = "{\"type\":\"event.published\",\"ids\":[\"a01000000000009\"]}";

        assertThat(signed(published).statusCode()).isEqualTo(202);
        assertThat(signed(other).statusCode()).isEqualTo(202);

        assertThat(wanted()).containsExactly(Fair.FAIR);
    }

    @Test
    void a_signature_holds_for_five_minutes_either_way() {
        for (long second : new long[] {NOW - 300, NOW + 300}) {
            assertThat(
                            send(second, Signed.signature(NEW, id, second, published), published)
                                    .statusCode())
                    .isEqualTo(202);
        }
        for (long second : new long[] {NOW - 301, NOW + 301}) {
            refused(
                    send(second, Signed.signature(NEW, id, second, published), published),
                    401,
                    "clock-skew");
        }
    }

    @Test
    void a_replay_with_a_fresh_time_or_id_does_not_fit() {
        String captured = Signed.signature(NEW, id, NOW - 600, published);

        refused(send(NOW, captured, published), 401, "signature-invalid");
        refused(
                HOUSE.send(
                        message(fair.org(), published)
                                .header("webhook-id", id + "x")
                                .header("webhook-timestamp", Long.toString(NOW))
                                .header(
                                        "webhook-signature",
                                        Signed.signature(NEW, id, NOW, published))),
                401,
                "signature-invalid");
        assertThat(wanted()).isEmpty();
    }

    @Test
    void one_byte_more_or_less_or_other_does_not_fit() {
        String good = Signed.signature(NEW, id, NOW, published);

        refused(send(NOW, good, published + " "), 401, "signature-invalid");
        refused(
                send(NOW, good, published.substring(0, published.length() - 1)),
                401,
                "signature-invalid");
        refused(
                send(NOW, good, published.replace("published", "publishee")),
                401,
                "signature-invalid");
        refused(
                send(NOW, good.substring(0, good.length() - 4), published),
                401,
                "signature-invalid");
    }

    @Test
    void an_unknown_org_and_one_without_secrets_are_answered_like_a_wrong_signature() {
        OrgId unknown = new OrgId("00D999999999999");
        OrgId bare = new OrgId("00D999999999998");
        HOUSE.secrets.keep(bare, List.of());
        List<String> details =
                Stream.of(unknown, bare, fair.org()).map(this::refusedDetail).toList();

        assertThat(details.stream().distinct()).hasSize(1);
    }

    /// What is said to whoever signs with a key of noughts.
    private String refusedDetail(OrgId org) {
        String nobodys = Signed.signature(new byte[32], id, NOW, published);
        HttpRequest.Builder message =
                message(org, published)
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(NOW))
                        .header("webhook-signature", nobodys);
        return problem(HOUSE.send(message), 401, "signature-invalid").path("detail").asText();
    }

    @Test
    void the_secret_of_one_org_opens_no_other() {
        Fair other = Fair.open(HOUSE.memory, new Seats.Limited(20));
        HOUSE.secrets.keep(other.org(), List.of(OTHERS));

        refused(
                send(NOW, Signed.signature(OTHERS, id, NOW, published), published),
                401,
                "signature-invalid");
    }

    @Test
    void headers_that_are_missing_or_make_no_sense_do_not_fit() {
        refused(HOUSE.send(message(fair.org(), published)), 401, "signature-invalid");
        refused(send(NOW, "", published), 401, "signature-invalid");
        refused(send(NOW, "v1,!!!", published), 401, "signature-invalid");
        refused(
                HOUSE.send(
                        message(fair.org(), published)
                                .header("webhook-id", id)
                                .header("webhook-timestamp", "noon")
                                .header(
                                        "webhook-signature",
                                        Signed.signature(NEW, id, NOW, published))),
                401,
                "signature-invalid");
    }

    @Test
    void nothing_is_read_of_a_body_whose_signature_does_not_fit() {
        refused(send(NOW, "v1,AAAA", "{broken"), 401, "signature-invalid");
        refused(signed("{broken"), 400, "malformed");
    }

    @Test
    void sixty_four_kib_are_read_and_one_byte_more_is_not() {
        String most = published + " ".repeat(64 * 1024 - published.length());

        assertThat(signed(most).statusCode()).isEqualTo(202);
        refused(signed(most + " "), 413, "payload-too-large");
    }

    @Test
    void what_is_signed_is_checked_as_strictly_as_any_other_body() {
        refused(signed("{\"type\":\"event.renamed\",\"ids\":[]}"), 422, "invalid");
        refused(signed("{\"type\":\"event.published\",\"ids\":[]}"), 422, "invalid");
        refused(signed("{\"type\":\"event.published\",\"ids\":[\"x\"]}"), 422, "invalid");
        refused(signed("{\"type\":\"event.published\",\"ids\":[null]}"), 422, "invalid");
        refused(signed("{\"ids\":[]}"), 422, "invalid");
        refused(signed("{\"type\":\"event.published\",\"more\":1}"), 422, "invalid");
        assertThat(signed(ids(200)).statusCode()).isEqualTo(202);
        refused(signed(ids(201)), 422, "invalid");
    }

    private static String ids(int count) {
        return IntStream.range(0, count)
                .mapToObj("\"a01%012d\""::formatted)
                .collect(
                        Collectors.joining(",", "{\"type\":\"event.unpublished\",\"ids\":[", "]}"));
    }

    @Test
    void every_other_type_is_accepted_with_or_without_ids() {
        for (String type : List.of("org.updated", "license.changed", "links.changed")) {
            String body = "{\"type\":\"" + type + "\"}";
            assertThat(send(NOW, Signed.signature(NEW, id, NOW, body), body).statusCode())
                    .isEqualTo(202);
        }
        assertThat(wanted()).isEmpty();
    }
}
