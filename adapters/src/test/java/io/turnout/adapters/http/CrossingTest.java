package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.crossing.CrossingPorts;
import io.turnout.adapters.http.crossing.HopSeal;
import io.turnout.application.memory.MemoryStackPeer;
import io.turnout.application.memory.MemoryStackStore;
import io.turnout.application.relocation.StackPeer.Message;
import io.turnout.application.relocation.StackPeer.Reply;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Undecided;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.StackName;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One of two stacks, as visitors and the other stack meet it.
class CrossingTest {
    private static final StackName HERE = new StackName("here");
    private static final StackName THERE = new StackName("there");
    private static final byte[] KEY = new byte[32];

    private final Queue<Message> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Message> asked = new ConcurrentLinkedQueue<>();
    private final MemoryStackStore store = new MemoryStackStore(HERE, List.of());
    private final BrokenBook book = new BrokenBook();
    private Function<Message, Reply> there = _ -> OtherStack.DONE;
    private Optional<Home> told = Optional.empty();
    private final OpenHouse house = house(false);
    private final Fair fair = Fair.open(house.memory, new Seats.Unlimited());

    private OpenHouse house(boolean broken) {
        MemoryStackPeer peer = new MemoryStackPeer(THERE, this::take);
        return new OpenHouse(
                () -> Fair.NOON,
                HttpDoorSettings.standard(),
                ports -> broken ? book.in(ports) : ports,
                Optional.of(
                        new CrossingPorts(
                                store,
                                List.of(peer),
                                new HopSeal(HERE, KEY, () -> Fair.NOON),
                                () -> Fair.NOON)));
    }

    private Reply take(Message message) {
        if (message.path().startsWith("/internal/")) {
            asked.add(message);
            return new Reply.Answered(
                    204, told.map(OtherStack::header).orElse(Map.of()), new byte[0]);
        }
        sent.add(message);
        return there.apply(message);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void livesThere(OrgId org, long epoch) {
        assertThat(store.startCopy(org, new Home(THERE, epoch))).isPresent();
    }

    private HttpResponse<String> register() {
        return house.post(fair.registrations() + "?a=%20b", "key-1", Fair.one("ada"));
    }

    @Test
    void who_lives_here_is_served_here() {
        store.welcome(fair.org());

        assertThat(register().statusCode()).isEqualTo(201);
        assertThat(sent).isEmpty();
    }

    @Test
    void a_request_goes_on_as_it_came_and_its_answer_comes_back_as_it_was() {
        livesThere(fair.org(), 7);

        HttpResponse<String> answer = register();

        Message message = sent.remove();
        assertThat(message.method()).isEqualTo("POST");
        assertThat(message.path()).isEqualTo(fair.registrations() + "?a=%20b");
        assertThat(message.host()).isEqualTo("127.0.0.1:" + house.port());
        assertThat(new String(message.body(), StandardCharsets.UTF_8)).isEqualTo(Fair.one("ada"));
        assertThat(message.headers().get("Idempotency-Key")).containsExactly("key-1");
        assertThat(message.headers().get("Content-Type")).containsExactly("application/json");
        assertThat(message.headers().get("X-Correlation-Id"))
                .containsExactly(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
        assertThat(message.headers().get("Stack-Hop"))
                .singleElement()
                .asString()
                .startsWith("here;epoch=7;at=");
        assertThat(message.headers()).doesNotContainKeys("Content-Length", "Connection", "Host");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"id\":\"x\"}");
        assertThat(answer.headers().firstValue("Location")).contains("/v1/somewhere");
        assertThat(answer.headers().firstValue("Org-Home")).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void what_is_read_and_the_pages_go_on_as_well() {
        livesThere(fair.org(), 7);

        assertThat(house.get(fair.event()).statusCode()).isEqualTo(201);
        assertThat(house.get("/o/" + fair.org() + "/e/" + Fair.FAIR).statusCode()).isEqualTo(201);
        assertThat(house.get("/v1/operator/orgs/" + fair.org() + "/connection").statusCode())
                .isEqualTo(201);
        assertThat(sent).hasSize(3);
    }

    @Test
    void where_the_gate_says_no_whoever_is_home_by_then_is_asked() {
        store.welcome(fair.org());
        try (OpenHouse moving = house(true)) {
            Fair open = Fair.open(moving.memory, new Seats.Unlimited());
            store.welcome(open.org());
            assertThat(moving.get(open.event()).statusCode()).isEqualTo(200);
            store.freeze(open.org(), store.startJournal(open.org()).orElseThrow())
                    .orElseThrow()
                    .release(THERE);
            book.answers(Undecided.Cause.RELOCATING);

            HttpResponse<String> answer =
                    moving.post(open.registrations(), "key-1", Fair.one("ada"));

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo("{\"id\":\"x\"}");
            assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
            assertThat(answer.headers().firstValue("Org-Moving")).isEmpty();
            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void where_the_gate_says_no_and_nobody_else_is_home_the_visitor_comes_again() {
        try (OpenHouse frozen = house(true)) {
            Fair open = Fair.open(frozen.memory, new Seats.Unlimited());
            store.welcome(open.org());
            book.answers(Undecided.Cause.RELOCATING);

            HttpResponse<String> answer =
                    frozen.post(open.registrations(), "key-1", Fair.one("ada"));

            refused(answer, 503, "relocating");
            assertThat(answer.headers().firstValue("Org-Moving")).isEmpty();
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(sent).isEmpty();
        }
    }

    @Test
    void a_stack_that_knows_more_sends_another_back() {
        livesThere(fair.org(), 7);

        HttpResponse<String> answer = hop(6, KEY, Fair.NOON);

        refused(answer, 421, "misdirected");
        assertThat(answer.headers().firstValue("Org-Home")).contains("there;epoch=7");
        assertThat(sent).isEmpty();
    }

    @Test
    void an_org_that_was_let_go_begins_with_its_first_visitor() {
        livesThere(fair.org(), 7);
        told = Optional.of(new Home(HERE, 8));

        HttpResponse<String> answer = hop(8, KEY, Fair.NOON);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(store.home(fair.org())).contains(new Home(HERE, 8));
        assertThat(asked).hasSize(1);
    }

    @Test
    void an_org_that_nobody_let_go_does_not_begin() {
        livesThere(fair.org(), 7);
        told = Optional.of(new Home(THERE, 7));

        HttpResponse<String> answer = hop(8, KEY, Fair.NOON);

        refused(answer, 503, "relocating");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(store.home(fair.org())).contains(new Home(THERE, 7));
    }

    @Test
    void nobody_outside_is_taken_for_a_stack() {
        store.welcome(fair.org());
        byte[] other = "another key, of 32 bytes as well".getBytes(StandardCharsets.UTF_8);

        refused(hop(1, other, Fair.NOON), 401, "signature-invalid");
        refused(hop(1, KEY, Fair.NOON.minusSeconds(31)), 401, "clock-skew");
        refused(hop(1, KEY, Fair.NOON.plusSeconds(31)), 401, "clock-skew");
        refused(
                house.send(house.request(fair.event()).header("Stack-Hop", "there;epoch=1")),
                401,
                "signature-invalid");
        assertThat(house.get("/internal/homes/" + fair.org()).statusCode()).isEqualTo(404);
        assertThat(hop(1, KEY, Fair.NOON).statusCode()).isEqualTo(201);
    }

    @Test
    void a_stack_is_told_what_the_storage_says() {
        livesThere(fair.org(), 7);
        String path = "/internal/homes/" + fair.org();

        HttpResponse<String> answer =
                house.send(
                        house.request(path)
                                .header(
                                        "Stack-Hop",
                                        OtherStack.seal(0, KEY, Fair.NOON, "GET", path)));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Org-Home")).contains("there;epoch=7");
    }

    @Test
    void who_was_sent_back_looks_again_and_finds_its_org_at_home() {
        livesThere(fair.org(), 7);
        there = _ -> OtherStack.back(new Home(HERE, 8));

        assertThat(register().statusCode()).isEqualTo(201);
        assertThat(house.memory.book().expired(1)).isEmpty();
        assertThat(sent).hasSize(1);
        assertThat(store.home(fair.org())).contains(new Home(HERE, 8));
    }

    @Test
    void a_stack_that_cannot_be_reached_is_tried_until_the_patience_ends() {
        livesThere(fair.org(), 7);
        there = _ -> new Reply.NotReached();

        HttpResponse<String> answer = register();

        refused(answer, 503, "relocating");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(sent.size()).isGreaterThan(1);
    }

    @Test
    void what_may_have_been_done_is_asked_again_with_its_key_and_never_without_one() {
        livesThere(fair.org(), 7);
        there = _ -> sent.size() < 2 ? new Reply.Unknown() : OtherStack.DONE;
        assertThat(register().statusCode()).isEqualTo(201);
        assertThat(sent).hasSize(2);
        sent.clear();

        HttpResponse<String> answer =
                house.send(
                        house.request("/v1/orgs/" + fair.org() + "/erasures")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        refused(answer, 503, "outcome-unknown");
        assertThat(sent).hasSize(1);
    }

    @Test
    void an_org_that_this_stack_never_heard_of_is_looked_for_at_the_others() {
        told = Optional.of(new Home(THERE, 1));

        assertThat(register().statusCode()).isEqualTo(201);
        assertThat(sent).hasSize(1);
    }

    private HttpResponse<String> hop(long epoch, byte[] key, Instant at) {
        return house.send(
                house.request(fair.registrations())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key-1")
                        .header(
                                "Stack-Hop",
                                OtherStack.seal(epoch, key, at, "POST", fair.registrations()))
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.ofString(Fair.one("ada"))));
    }
}
