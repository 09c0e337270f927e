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
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.StackName;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is too large to be held, brought to the stack where its org is not.
class StreamedCrossingTest {
    private static final StackName HERE = new StackName("here");
    private static final StackName THERE = new StackName("there");
    private static final String ROWS = "id,email\n" + "guest,guest@example.org\n".repeat(100_000);

    private final Queue<Message> sent = new ConcurrentLinkedQueue<>();
    private final MemoryStackStore store = new MemoryStackStore(HERE, List.of());
    private Function<Message, Reply> there = _ -> new Reply.NotReached();
    private final OpenHouse house =
            new OpenHouse(
                    () -> Fair.NOON,
                    HttpDoorSettings.standard(),
                    ports -> ports,
                    Optional.of(
                            new CrossingPorts(
                                    store,
                                    List.of(new MemoryStackPeer(THERE, this::take)),
                                    new HopSeal(HERE, new byte[32], () -> Fair.NOON),
                                    () -> Fair.NOON)));
    private final Fair fair = Fair.open(house.memory, new Seats.Unlimited());
    private final String upload =
            fair.registrations().replace("registrations", "link-uploads/ticket");

    private Reply take(Message message) {
        sent.add(message);
        return there.apply(message);
    }

    @BeforeEach
    void its_org_lives_there() {
        assertThat(store.startCopy(fair.org(), new Home(THERE, 7))).isPresent();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<String> bring(String rows) {
        return house.send(
                house.request(upload)
                        .header("Content-Type", "text/csv")
                        .PUT(HttpRequest.BodyPublishers.ofString(rows)));
    }

    @Test
    void rows_go_on_as_they_come_and_the_answer_comes_back() {
        there =
                message ->
                        new Reply.Answered(
                                200, Map.of("X-Rows", List.of("100000")), message.body());

        HttpResponse<String> brought = bring(ROWS);

        Message message = sent.remove();
        assertThat(message.method()).isEqualTo("PUT");
        assertThat(message.headers().get("Stack-Hop")).hasSize(1);
        assertThat(brought.headers().firstValue("X-Rows")).contains("100000");
        assertThat(brought.body()).isEqualTo(ROWS);
    }

    @Test
    void all_addresses_come_back() {
        there = _ -> new Reply.Answered(200, Map.of(), ROWS.getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> fetched = house.get(upload + "/links");

        assertThat(sent.remove().path()).isEqualTo(upload + "/links");
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(ROWS);
    }

    @Test
    void who_cannot_get_there_is_told_to_come_again() {
        HttpResponse<String> answer = bring("id,email\n");

        refused(answer, 503, "relocating");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
}
