package io.turnout.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every outbox promises of settling: row by row, and nothing is ever lost.
public abstract class OutboxSettlementContract {
    private static final BatchRule FIVE =
            new BatchRule(5, Duration.ofMinutes(5), 200, Duration.ZERO);
    private static final BatchRule ANY = new BatchRule(1, Duration.ZERO, 200, Duration.ZERO);
    private static final Duration LONG = Duration.ofHours(25);

    private Storage storage;
    private Outbox outbox;
    private Fair fair;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        outbox = storage.outbox();
        fair = Fair.of(storage, 100);
    }

    private Batch take() {
        return Relay.take(storage, fair, ANY).orElseThrow();
    }

    @Test
    void what_was_sent_is_owed_no_more_and_its_registration_says_so() {
        Registration five = fair.admit(fair.group(5));
        Batch batch = take();
        assertThat(fair.find(five.id()).delivery()).isEqualTo(DeliveryState.PENDING);

        outbox.settle(batch, Relay.sent(batch));

        assertThat(fair.find(five.id()).delivery()).isEqualTo(DeliveryState.SENT);
        assertCounts(0, 5, 0);
        assertThat(Relay.lane(outbox, fair).oldest()).isEmpty();
        storage.elapse(LONG);
        assertThat(Relay.take(storage, fair, ANY)).isEmpty();
        assertThat(outbox.recent(fair.org(), fair.event(), 50))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(Outbox.State.SENT))
                .allSatisfy(row -> assertThat(row.recordId()).contains("003000000000001"));
    }

    @Test
    void every_row_is_settled_by_its_own_answer() {
        Registration three = fair.admit(fair.group(3));
        Batch batch = take();

        outbox.settle(batch, oneOfEach());

        assertCounts(1, 1, 1);
        assertThat(fair.find(three.id()).delivery()).isEqualTo(DeliveryState.SET_ASIDE);
        assertThat(outbox.setAside(fair.org(), 10))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.attendee()).isEqualTo(batch.attendees().get(2).id());
                            assertThat(row.event()).isEqualTo(fair.event());
                            assertThat(row.code()).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
                            assertThat(row.message()).isEqualTo("Título too long");
                            assertThat(row.fields()).containsExactly("Title__c");
                            assertThat(row.failures()).isPositive();
                        });
        storage.elapse(LONG);
        assertThat(ids(take())).containsExactly(batch.attendees().get(1).id());
    }

    private static Receipt oneOfEach() {
        return Relay.answered(
                List.of(
                        new RowAnswer.Sent("003000000000001", true),
                        Relay.later(),
                        Relay.refused()));
    }

    private static List<AttendeeId> ids(Batch batch) {
        return batch.attendees().stream().map(OwedAttendee::id).toList();
    }

    @Test
    void a_row_that_must_wait_is_not_sent_again_at_once() {
        var _ = fair.admit(fair.group(1));
        Batch batch = take();

        outbox.settle(batch, Relay.answered(List.of(Relay.later())));

        assertThat(Relay.take(storage, fair, ANY)).isEmpty();
        storage.elapse(LONG);
        assertThat(ids(take())).isEqualTo(ids(batch));
    }

    @Test
    void a_row_that_waits_holds_up_no_neighbour() {
        var _ = fair.admit(fair.group(1));
        Batch poisoned = take();
        outbox.settle(poisoned, Relay.answered(List.of(Relay.later())));

        var _ = fair.admit(fair.group(2));

        assertThat(ids(take())).hasSize(2).doesNotContainAnyElementsOf(ids(poisoned));
    }

    @Test
    void no_answer_leaves_every_row_owed() {
        List<Receipt> whole =
                List.of(
                        new Receipt.Away("timed out"),
                        new Receipt.Crowded("too many"),
                        new Receipt.Spent("limit"),
                        new Receipt.Barred("no token"),
                        new Receipt.Drifted("no such field"),
                        new Receipt.TooHeavy("CPU"));
        for (Receipt receipt : whole) {
            Fair one = Fair.of(storage, 100);
            Registration five = one.admit(one.group(5));
            Batch batch = Relay.take(storage, one, FIVE).orElseThrow();

            outbox.settle(batch, receipt);

            assertThat(Relay.lane(outbox, one).waiting()).as("%s", receipt).isEqualTo(5);
            assertThat(one.find(five.id()).delivery()).isEqualTo(DeliveryState.PENDING);
        }
    }

    @Test
    void after_no_answer_the_same_rows_are_sent_again() {
        var _ = fair.admit(fair.group(5));
        Batch batch = Relay.take(storage, fair, FIVE).orElseThrow();

        outbox.settle(batch, new Receipt.Away("timed out"));
        storage.elapse(LONG);

        Batch again = Relay.take(storage, fair, FIVE).orElseThrow();
        assertThat(again.attendees()).containsExactlyInAnyOrderElementsOf(batch.attendees());
    }

    @Test
    void a_row_that_changed_during_the_call_stays_owed() {
        Registration two = fair.admit(fair.group(2));
        Registration one = fair.admit(fair.group(1));
        Batch batch = take();
        assertThat(fair.cancel(two.id())).isInstanceOf(CancelDecision.Cancelled.class);

        outbox.settle(batch, Relay.sent(batch));

        assertCounts(2, 1, 0);
        assertThat(fair.find(one.id()).delivery()).isEqualTo(DeliveryState.SENT);
        assertThat(fair.find(two.id()).delivery()).isEqualTo(DeliveryState.PENDING);
        Batch cancels = take();
        assertThat(cancels.attendees())
                .hasSize(2)
                .allSatisfy(
                        row -> {
                            assertThat(row.status()).isEqualTo(RegistrationStatus.CANCELLED);
                            assertThat(row.version()).isGreaterThan(versionIn(batch, row.id()));
                        });
    }

    private static long versionIn(Batch batch, AttendeeId id) {
        return batch.attendees().stream()
                .filter(row -> row.id().equals(id))
                .mapToLong(OwedAttendee::version)
                .sum();
    }

    @Test
    void a_refusal_of_what_changed_during_the_call_sets_nothing_aside() {
        Registration one = fair.admit(fair.group(1));
        Batch batch = take();
        assertThat(fair.cancel(one.id())).isInstanceOf(CancelDecision.Cancelled.class);

        outbox.settle(batch, Relay.answered(List.of(Relay.refused())));

        assertCounts(1, 0, 0);
    }

    @Test
    void a_cancel_of_what_was_sent_is_owed_too() {
        Registration one = fair.admit(fair.group(1));
        Batch batch = take();
        outbox.settle(batch, Relay.sent(batch));

        assertThat(fair.cancel(one.id())).isInstanceOf(CancelDecision.Cancelled.class);

        assertThat(take().attendees())
                .singleElement()
                .extracting(OwedAttendee::status)
                .isEqualTo(RegistrationStatus.CANCELLED);
    }

    @Test
    void what_was_set_aside_leaves_only_when_it_is_replayed() {
        var _ = fair.admit(fair.group(3));
        Batch batch = take();
        outbox.settle(
                batch, Relay.answered(List.of(Relay.refused(), Relay.refused(), Relay.refused())));
        storage.elapse(LONG);
        assertThat(Relay.take(storage, fair, ANY)).isEmpty();
        assertThat(outbox.setAside(fair.org(), 2)).hasSize(2);

        AttendeeId first = ids(batch).getFirst();
        assertThat(outbox.replay(fair.org(), Optional.of(first))).isEqualTo(1);
        assertThat(ids(take())).containsExactly(first);
        assertThat(outbox.replay(fair.org(), Optional.of(first))).isZero();
        assertThat(outbox.replay(fair.org(), Optional.empty())).isEqualTo(2);

        assertCounts(3, 0, 0);
        assertThat(outbox.setAside(fair.org(), 10)).isEmpty();
    }

    @Test
    void nobody_replays_or_sees_the_rows_of_another_org() {
        Fair other = Fair.of(storage, 10);
        var _ = fair.admit(fair.group(1));
        Batch batch = take();
        outbox.settle(batch, Relay.answered(List.of(Relay.refused())));

        assertThat(outbox.replay(other.org(), Optional.empty())).isZero();
        assertThat(outbox.replay(other.org(), Optional.of(ids(batch).getFirst()))).isZero();
        assertThat(outbox.setAside(other.org(), 10)).isEmpty();
        assertThat(outbox.recent(other.org(), fair.event(), 10)).isEmpty();
    }

    @Test
    void the_newest_rows_come_first_and_have_a_bound() {
        var _ = fair.admit(fair.group(1));
        storage.elapse(Duration.ofSeconds(2));
        Registration newest = fair.admit(fair.group(1));

        assertThat(outbox.recent(fair.org(), fair.event(), 1))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.attendee())
                                    .isEqualTo(newest.seats().getFirst().attendee());
                            assertThat(row.state()).isEqualTo(Outbox.State.WAITING);
                            assertThat(row.recordId()).isEmpty();
                        });
    }

    @Test
    void whatever_salesforce_says_no_row_is_lost() {
        var _ = fair.admit(fair.group(30));
        var _ = fair.admit(fair.group(30));
        for (int round = 0; round < 8; round++) {
            int luck = round;
            Optional<Batch> batch = Relay.take(storage, fair, ANY);
            batch.ifPresent(taken -> outbox.settle(taken, byTurns(taken, luck)));

            Outbox.LaneView lane = Relay.lane(outbox, fair);
            assertThat(lane.waiting() + lane.sent() + lane.setAside()).isEqualTo(60);
            storage.elapse(LONG);
        }
    }

    private static Receipt byTurns(Batch batch, int round) {
        List<RowAnswer> answers =
                List.of(
                        new RowAnswer.Sent("003000000000001", true),
                        Relay.later(),
                        Relay.refused());
        return round % 3 == 2
                ? new Receipt.Away("timed out")
                : Relay.answered(
                        IntStream.range(0, batch.attendees().size())
                                .mapToObj(i -> answers.get((i + round) % 3))
                                .toList());
    }

    private void assertCounts(long waiting, long sent, long setAside) {
        Outbox.LaneView lane = Relay.lane(outbox, fair);
        assertThat(List.of(lane.waiting(), lane.sent(), lane.setAside()))
                .as("waiting, sent, set aside")
                .containsExactly(waiting, sent, setAside);
    }
}
