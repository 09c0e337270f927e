package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.domain.registration.Admission;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Undecided;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// What the book does when not all goes well: nothing that was kept is lost, and nothing twice.
class TroubleTest {
    @Test
    void one_poisonous_request_fails_alone() {
        try (PostgresStorage postgres = new PostgresStorage()) {
            Fair fair = Fair.of(postgres, 100);

            List<Object> answers =
                    Race.of(60, i -> i == 30 ? poisonous(fair) : fair.register(fair.group(1)));

            assertThat(answers.get(30)).isEqualTo("poison");
            assertThat(Race.count(answers, Decision.Admitted.class)).isEqualTo(59);
            assertThat(fair.room(fair.hall()).taken()).isEqualTo(59);
        }
    }

    private static Object poisonous(Fair fair) {
        RegistrationRequest request = fair.group(1);
        try {
            return fair.storage()
                    .book()
                    .decide(
                            request,
                            _ -> {
                                throw new IllegalStateException("poison");
                            });
        } catch (IllegalStateException e) {
            return String.valueOf(Objects.requireNonNull(e.getCause()).getMessage());
        }
    }

    @Test
    void a_commit_whose_answer_is_lost_is_one_registration() {
        try (PostgresStorage postgres = lossy(1)) {
            Fair fair = Fair.of(postgres, 6);
            var _ = fair.admit(fair.group(1));
            LossyCommits.arm();

            Decision decision = fair.register(fair.group(2));

            assertThat(decision).isInstanceOf(Decision.Admitted.class);
            assertThat(fair.room(fair.hall()).taken()).isEqualTo(3);
            assertThat(LossyCommits.lost()).isEqualTo(1);
        }
    }

    @Test
    void when_no_commit_is_answered_nobody_knows_and_the_same_key_tells() {
        try (PostgresStorage postgres = lossy(100)) {
            Fair fair = Fair.of(postgres, 6);
            var _ = fair.admit(fair.group(1));
            RegistrationRequest request = fair.group(2);
            LossyCommits.arm();

            Decision decision = fair.register(request);
            LossyCommits.disarm();
            Decision again = fair.register(fair.again(request));

            assertThat(decision).isEqualTo(new Undecided(Undecided.Cause.OUTCOME_UNKNOWN));
            assertThat(again).isInstanceOf(Decision.Repeated.class);
            assertThat(fair.room(fair.hall()).taken()).isEqualTo(3);
        }
    }

    private static PostgresStorage lossy(int times) {
        String url = PostgresServer.freshUrl();
        return new PostgresStorage(
                AdmissionSettings.USUAL,
                PostgresJdbi.prepare(Jdbi.create(() -> LossyCommits.connect(url, times))));
    }

    @Test
    void a_full_line_is_told_at_once_and_keeps_nothing() throws Exception {
        AdmissionSettings narrow =
                new AdmissionSettings(3, 1, Duration.ofMillis(400), Duration.ofSeconds(10));
        try (PostgresStorage postgres =
                new PostgresStorage(narrow, PostgresServer.connect(PostgresServer.freshUrl()))) {
            Fair fair = Fair.of(postgres, 100);
            var _ = fair.admit(fair.group(1));

            List<Decision> answers = whileTheHallIsLocked(postgres, fair);

            long in = Race.count(answers, Decision.Admitted.class);
            assertThat(answers).contains(new Undecided(Undecided.Cause.OVER_SHARE));
            assertThat(fair.room(fair.hall()).taken()).isEqualTo((int) in + 1);
        }
    }

    private static List<Decision> whileTheHallIsLocked(PostgresStorage postgres, Fair fair)
            throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> holder = pool.submit(() -> hold(postgres, fair, locked, free));
            locked.await();
            List<Future<Decision>> asked =
                    IntStream.range(0, 20)
                            .mapToObj(_ -> pool.submit(() -> fair.register(fair.group(1))))
                            .toList();
            // Of twenty, one batch is at the lock and three wait: the others are told at once.
            while (asked.stream().filter(Future::isDone).count() < 10) {
                Thread.onSpinWait();
            }
            free.countDown();
            assertThat(holder.get()).isTrue();
            List<Decision> answers = new ArrayList<>();
            for (Future<Decision> one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static boolean hold(
            PostgresStorage postgres, Fair fair, CountDownLatch locked, CountDownLatch free)
            throws InterruptedException {
        try (Handle handle = postgres.gate().jdbi().open()) {
            handle.begin();
            handle.execute("select from room where room_id = ? for update", fair.event().value());
            locked.countDown();
            free.await();
            handle.commit();
            return true;
        }
    }

    @Test
    void a_rule_that_breaks_says_so_to_its_caller() {
        try (PostgresStorage postgres = new PostgresStorage()) {
            Fair fair = Fair.of(postgres, 6);
            RegistrationRequest request = fair.group(1);

            assertThatThrownBy(
                            () ->
                                    postgres.book()
                                            .decide(
                                                    request,
                                                    _ -> {
                                                        throw new IllegalStateException("broken");
                                                    }))
                    .hasRootCauseMessage("broken");
            assertThat(postgres.book().decide(request, s -> Admission.decide(request, s)))
                    .isInstanceOf(Decision.Admitted.class);
        }
    }
}
