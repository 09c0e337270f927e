package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Undecided;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// One org whose line does not move, since somebody holds the lock of its hall.
class CrowdTest {
    private static final AdmissionSettings NARROW =
            new AdmissionSettings(8, 2, Duration.ofSeconds(5), Duration.ofSeconds(10));
    /// One of them with the writer and four in line; the others are looked up or turned away.
    private static final int CROWD = 14;

    private static final int IN_LINE = 5;
    private static final String DUE = "select line_due_at <= now() from room where room_id = ?";
    private static final String WRITER_WAITS =
            "select exists (select from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock')";

    private static final PostgresStorage POSTGRES =
            new PostgresStorage(NARROW, PostgresServer.connect(PostgresServer.freshUrl()));

    private final Fair crowded = Fair.of(POSTGRES, 100);
    private final Fair quiet = Fair.of(POSTGRES, 100);

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    /// What a crowd is told while its line is full, and `meanwhile` happens.
    private List<Decision> crowd(Meanwhile meanwhile) throws Exception {
        try (Handle handle = POSTGRES.gate().jdbi().open();
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch refused = new CountDownLatch(CROWD - IN_LINE);
            handle.begin();
            handle.execute(
                    "select from room where room_id = ? for update", crowded.event().value());
            List<Future<Decision>> asked = new ArrayList<>();
            asked.add(pool.submit(() -> ask(refused)));
            while (!isTrue(WRITER_WAITS)) {
                Thread.sleep(1);
            }
            for (int i = 1; i < CROWD; i++) {
                asked.add(pool.submit(() -> ask(refused)));
            }
            refused.await();
            meanwhile.happens();
            handle.commit();
            List<Decision> answers = new ArrayList<>();
            for (Future<Decision> one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private Decision ask(CountDownLatch refused) {
        Decision decision = crowded.register(crowded.group(1));
        if (decision instanceof Undecided) {
            refused.countDown();
        }
        return decision;
    }

    @Test
    void a_crowd_is_told_that_its_org_has_its_share_and_the_others_come_in() throws Exception {
        List<Decision> others = new ArrayList<>();

        List<Decision> answers =
                crowd(
                        () ->
                                IntStream.range(0, 20)
                                        .mapToObj(_ -> quiet.register(quiet.group(1)))
                                        .forEach(others::add));

        assertThat(Race.count(others, Decision.Admitted.class)).isEqualTo(20);
        assertThat(answers)
                .filteredOn(Undecided.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(CROWD - IN_LINE)
                .contains(new Undecided(Undecided.Cause.OVER_SHARE));
        assertThat(crowded.room(crowded.hall()).taken())
                .isEqualTo((int) Race.count(answers, Decision.Admitted.class));
    }

    @Test
    void a_repeat_of_what_was_admitted_is_answered_while_the_line_is_full() throws Exception {
        RegistrationRequest request = crowded.group(2);
        var _ = crowded.register(request);
        List<Decision> again = new ArrayList<>();

        var _ = crowd(() -> again.add(crowded.register(crowded.again(request))));

        assertThat(again).hasExactlyElementsOfTypes(Decision.Repeated.class);
    }

    @org.junit.jupiter.api.RepeatedTest(150)
    void a_repeat_is_answered_also_while_seats_are_due_to_those_who_wait() throws Exception {
        RegistrationRequest request = crowded.group(2);
        var _ = crowded.admit(request);
        crowded.reseat(2, 2);
        var _ = crowded.inLine(crowded.patient(1));
        List<Decision> again = new ArrayList<>();
        crowded.reseat(3, 3);

        var _ =
                crowd(
                        () -> {
                            assertThat(isTrue(DUE, crowded.event().value())).isTrue();
                            again.add(crowded.register(crowded.again(request)));
                        });

        assertThat(again).hasExactlyElementsOfTypes(Decision.Repeated.class);
    }

    private static boolean isTrue(String sql, Object... args) {
        return POSTGRES.gate()
                .jdbi()
                .withHandle(handle -> handle.select(sql, args).mapTo(Boolean.class).one());
    }
}
