package io.turnout.adapters.postgres;

import static io.turnout.application.erasure.Forgetting.again;
import static io.turnout.application.erasure.Forgetting.group;
import static io.turnout.application.erasure.Forgetting.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.erasure.Erasures;
import io.turnout.application.erasure.Forgetting;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody registers and is forgotten, and is told to Salesforce and is forgotten, all at once and
/// on two instances.
class ErasureRacesTest {
    private static final String ADA = "ada@example.org";
    private static final int VISITS = 200;
    private static final int WISHES = 8;
    private static final int RELAYS = 2;
    private final PostgresStorage postgres = PostgresStorage.twice();

    @AfterEach
    void close() {
        postgres.close();
    }

    private record Visit(RegistrationRequest request, Registration kept) {}

    @Test
    void whoever_was_kept_before_a_wish_is_gone_and_whoever_came_later_is_there() {
        Fair fair = Fair.of(postgres, VISITS);
        Forgetting forgetting = Forgetting.in(fair);
        Queue<ErasureId> wishes = new ConcurrentLinkedQueue<>();

        List<Optional<Visit>> raced =
                Race.of(
                        VISITS + WISHES,
                        i -> i % 26 == 25 ? wish(forgetting, wishes) : visit(fair));
        postgres.elapse(Erasures.SETTLING.plus(Duration.ofSeconds(1)));
        forgetting.run();

        List<Visit> visits = raced.stream().flatMap(Optional::stream).toList();
        assertThat(wishes).hasSize(WISHES);
        Instant last =
                wishes.stream()
                        .map(id -> forgetting.progress(id).asked())
                        .max(Instant::compareTo)
                        .orElseThrow();
        int gone = 0;
        for (Visit visit : visits) {
            boolean before = !createdAt(visit).isAfter(last);
            Decision repeat = fair.register(again(visit.request()));
            assertThat(repeat)
                    .as(createdAt(visit) + ", " + last)
                    .isInstanceOf(before ? Decision.Erased.class : Decision.Repeated.class);
            gone += before ? 1 : 0;
        }
        int erased =
                wishes.stream().mapToInt(id -> forgetting.progress(id).erased().attendees()).sum();
        assertThat(erased).isEqualTo(gone);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(VISITS - gone);
    }

    private static Optional<Visit> visit(Fair fair) {
        RegistrationRequest request = group(fair, ADA);
        return Optional.of(new Visit(request, fair.admit(request)));
    }

    private static Optional<Visit> wish(Forgetting forgetting, Queue<ErasureId> wishes) {
        wishes.add(forgetting.ask(ADA));
        forgetting.run();
        return Optional.empty();
    }

    private Instant createdAt(Visit visit) {
        return postgres.gate()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.select(
                                                """
                                                select created_at from registration
                                                where registration_id = ?
                                                """,
                                                visit.kept().id().value())
                                        .mapTo(Instant.class)
                                        .one());
    }

    @Test
    void what_salesforce_has_in_the_end_is_nobody() {
        Fair fair = Fair.of(postgres, 1_000);
        Forgetting forgetting = Forgetting.in(fair);
        Map<AttendeeId, Person> told = new ConcurrentHashMap<>();
        List<RegistrationRequest> groups = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            groups.add(group(fair, "guest" + i + "@example.org", "stays" + i + "@example.org"));
        }
        CountDownLatch over = new CountDownLatch(groups.size());

        List<Boolean> _ =
                Race.of(
                        groups.size() + RELAYS,
                        i ->
                                i < groups.size()
                                        ? comeAndGo(forgetting, groups.get(i), over)
                                        : relayUntil(over, told));
        postgres.elapse(Erasures.SETTLING.plus(Duration.ofSeconds(1)));
        forgetting.run();
        postgres.elapse(Duration.ofMinutes(5));
        drain(told);

        for (RegistrationRequest group : groups) {
            AttendeeId gone = group.attendees().getFirst().id();
            AttendeeId stays = group.attendees().getLast().id();
            assertThat(told).containsEntry(gone, Person.nobody(gone));
            assertThat(told)
                    .containsEntry(stays, person(group.attendees().getLast().person().email()));
        }
    }

    private static boolean comeAndGo(
            Forgetting forgetting, RegistrationRequest group, CountDownLatch over) {
        try {
            var _ = forgetting.fair().admit(group);
            ErasureId _ = forgetting.ask(group.attendees().getFirst().person().email());
            forgetting.run();
            return true;
        } finally {
            over.countDown();
        }
    }

    private boolean relayUntil(CountDownLatch over, Map<AttendeeId, Person> told) {
        while (over.getCount() > 0) {
            boolean _ = Patience.with(() -> relay(postgres.outbox(), told));
        }
        return true;
    }

    private void drain(Map<AttendeeId, Person> told) {
        while (relay(postgres.outbox(), told)) {
            postgres.hurry(Duration.ofSeconds(3));
        }
    }

    private static boolean relay(Outbox outbox, Map<AttendeeId, Person> told) {
        BatchRule eager = new BatchRule(1, Duration.ZERO, 7, Duration.ZERO);
        Optional<Batch> batch = outbox.take(eager);
        batch.ifPresent(
                taken -> {
                    for (OwedAttendee one : taken.attendees()) {
                        var _ = told.put(one.id(), one.person());
                    }
                    RowAnswer sent = new RowAnswer.Sent("a0X000000000001AAA", true);
                    outbox.settle(
                            taken,
                            new Receipt.Answered(
                                    taken.attendees().stream().map(_ -> sent).toList()));
                });
        return batch.isPresent();
    }
}
