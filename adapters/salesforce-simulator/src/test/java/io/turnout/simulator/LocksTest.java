package io.turnout.simulator;

import static io.turnout.simulator.Desk.attendee;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocksTest {
    /// Between looking and committing there is time for everybody else to look.
    private static final String WIDE = "{\"baseMillis\":10}";

    private final Desk desk = Desk.open();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        callers.shutdownNow();
        desk.close();
    }

    /// Starts all of them at the same moment and waits for their answers.
    private List<JsonNode> race(List<String> records) throws Exception {
        CyclicBarrier start = new CyclicBarrier(records.size());
        List<Future<JsonNode>> answers = new ArrayList<>();
        for (String record : records) {
            answers.add(
                    callers.submit(
                            () -> {
                                var _ = start.await();
                                return desk.upsert(false, record).json().get(0);
                            }));
        }
        List<JsonNode> results = new ArrayList<>();
        for (Future<JsonNode> answer : answers) {
            results.add(answer.get());
        }
        return results;
    }

    private static Set<String> codes(List<JsonNode> results) {
        Set<String> codes = new TreeSet<>();
        results.forEach(result -> codes.add(result.at("/errors/0/statusCode").asText("ok")));
        return codes;
    }

    @Test
    void of_two_writers_under_one_event_the_second_gives_up_when_it_waits_too_long()
            throws Exception {
        desk.set("limits", "{\"lockWaitMillis\":150}");
        desk.set("latency", "{\"baseMillis\":600}");

        List<JsonNode> results =
                race(List.of(attendee("a", "a@x.example"), attendee("b", "b@x.example")));

        assertThat(codes(results)).containsExactly("UNABLE_TO_LOCK_ROW", "ok");
        assertThat(desk.stored()).hasSize(1);
    }

    @Test
    void two_writers_under_different_events_do_not_meet() throws Exception {
        desk.set("limits", "{\"lockWaitMillis\":150}");
        desk.set("latency", "{\"baseMillis\":600}");

        List<JsonNode> results =
                race(
                        List.of(
                                attendee("a", "a@x.example"),
                                attendee("b", "b@x.example", Desk.OTHER_EVENT)));

        assertThat(codes(results)).containsExactly("ok");
    }

    @Test
    void a_waiter_that_may_wait_long_enough_gets_its_turn() throws Exception {
        desk.set("latency", "{\"baseMillis\":200}");

        List<JsonNode> results =
                race(List.of(attendee("a", "a@x.example"), attendee("b", "b@x.example")));

        assertThat(codes(results)).containsExactly("ok");
        assertThat(desk.stored()).hasSize(2);
    }

    @Test
    void a_child_under_a_held_parent_is_told_which_row_it_waited_for() {
        desk.set("limits", "{\"lockWaitMillis\":50}");
        desk.fault("{\"kind\":\"lock\",\"id\":\"" + Desk.EVENT + "\",\"seconds\":60}");

        JsonNode held = desk.upsert(false, attendee("a", "a@x.example")).json();
        var _ = desk.admin().delete("/orgs/" + Desk.ORG_A + "/faults");
        JsonNode free = desk.upsert(false, attendee("a", "a@x.example")).json();

        assertThat(held.at("/0/errors/0/message").asText())
                .isEqualTo(
                        "unable to obtain exclusive access to this record or 1 records: "
                                + Desk.EVENT);
        assertThat(free.at("/0/success").asBoolean()).isTrue();
    }

    @Test
    void fifty_at_once_with_one_key_make_one_row() throws Exception {
        desk.set("latency", WIDE);
        List<String> same = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            same.add(attendee("one", "caller" + i + "@x.example"));
        }

        List<JsonNode> results = race(same);

        assertThat(codes(results)).containsExactly("ok");
        assertThat(results.stream().filter(r -> r.path("created").asBoolean())).hasSize(1);
        assertThat(results).extracting(r -> r.path("id").asText()).containsOnly(id("one"));
        assertThat(desk.stored()).hasSize(1);
    }

    private String id(String key) {
        return desk.stored(key, "Id");
    }

    @Test
    void fifty_inserts_at_once_of_one_key_are_one_row_and_forty_nine_duplicates() throws Exception {
        desk.set("latency", WIDE);
        String rows = Client.DATA + "/sobjects/Attendee__c";
        CyclicBarrier start = new CyclicBarrier(50);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String record = attendee("one", "caller" + i + "@x.example");
            answers.add(
                    callers.submit(
                            () -> {
                                var _ = start.await();
                                return desk.client().post(rows, record).status();
                            }));
        }

        int made = 0;
        for (Future<Integer> answer : answers) {
            made += answer.get() == 201 ? 1 : 0;
        }

        assertThat(made).isEqualTo(1);
        assertThat(desk.stored()).hasSize(1);
    }

    @Test
    void a_hundred_mixed_writers_leave_exactly_the_rows_they_were_told_of() throws Exception {
        desk.set("latency", WIDE);
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            records.add(attendee("key" + i % 20, "caller" + i + "@x.example"));
        }

        List<JsonNode> results = race(records);

        assertThat(results.stream().filter(r -> r.path("created").asBoolean())).hasSize(20);
        assertThat(desk.stored()).hasSize(20);
    }

    @Test
    void nobody_sees_half_of_a_call() throws InterruptedException, ExecutionException {
        desk.set("latency", "{\"baseMillis\":5}");
        Future<Integer> writer =
                callers.submit(
                        () -> {
                            int done = 0;
                            for (int i = 0; i < 30; i++) {
                                String[] two = {
                                    attendee("l" + i, "l@x.example"),
                                    attendee("r" + i, "r@x.example")
                                };
                                done += desk.upsert(true, two).json().size();
                            }
                            return done;
                        });

        while (!writer.isDone()) {
            assertThat(desk.stored().size() % 2).isZero();
        }

        assertThat(writer.get()).isEqualTo(60);
    }
}
