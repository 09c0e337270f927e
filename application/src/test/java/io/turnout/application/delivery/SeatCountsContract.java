package io.turnout.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.CountRule;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RoomCount;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every keeper of counts promises: the org is told whole numbers, and never two at once.
public abstract class SeatCountsContract {
    private static final BatchRule ANY = new BatchRule(1, Duration.ZERO, 200, Duration.ZERO);
    private static final Duration AGE = Duration.ofMinutes(5);
    private static final CountRule RULE = new CountRule(AGE, 200);
    private static final Duration LEASE_LOST = Outbox.LEASE.plusSeconds(5);
    private static final Duration LATER = Duration.ofHours(1);

    private Storage storage;
    private SeatCounts counts;
    private Fair fair;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        counts = storage.counts();
        fair = Fair.of(storage, 100);
    }

    /// Its attendees are sent, so that their counts are owed.
    private Registration arrived(int group) {
        Registration registration = fair.admit(fair.group(group));
        sendAttendees();
        return registration;
    }

    private void sendAttendees() {
        Batch batch = Relay.take(storage, fair, ANY).orElseThrow();
        storage.outbox().settle(batch, Relay.sent(batch));
    }

    /// What other tests left over is told on the way.
    private Optional<CountBatch> take(CountRule rule) {
        for (int i = 0; i < 1_000; i++) {
            Optional<CountBatch> batch = counts.take(rule);
            if (batch.isEmpty() || batch.get().org().equals(fair.org())) {
                return batch;
            }
            counts.settle(batch.get(), told(batch.get()));
        }
        throw new IllegalStateException("the counts do not run dry");
    }

    private CountBatch takeWhenDue() {
        storage.elapse(AGE.plusSeconds(1));
        return take(RULE).orElseThrow();
    }

    private static Receipt told(CountBatch batch) {
        return Relay.answered(
                batch.counts().stream()
                        .<RowAnswer>map(count -> new RowAnswer.Sent(count.room().id(), false))
                        .toList());
    }

    private static Map<RoomId, Integer> numbers(CountBatch batch) {
        return batch.counts().stream()
                .collect(Collectors.toMap(RoomCount::room, RoomCount::registered));
    }

    @Test
    void counts_are_owed_once_attendees_were_sent_and_not_before() {
        var _ = fair.admit(fair.group(3));
        storage.elapse(LATER);
        assertThat(take(RULE)).isEmpty();

        sendAttendees();

        assertThat(take(RULE)).isEmpty();
        assertThat(numbers(takeWhenDue()))
                .containsEntry(fair.hall(), 3)
                .containsEntry(RoomId.of(fair.ticket()), 3);
    }

    @Test
    void many_registrations_are_one_call_and_whole_numbers() {
        for (int i = 0; i < 10; i++) {
            var _ = arrived(2);
        }

        CountBatch batch = takeWhenDue();
        counts.settle(batch, told(batch));

        assertThat(numbers(batch)).containsEntry(fair.hall(), 20);
        storage.elapse(LATER);
        assertThat(take(RULE)).isEmpty();
    }

    @Test
    void only_rooms_that_differ_are_told_again() {
        var _ = arrived(2);
        CountBatch first = takeWhenDue();
        counts.settle(first, told(first));
        assertThat(numbers(first)).containsEntry(RoomId.of(fair.vip()), 0);

        var _ = arrived(1);

        assertThat(numbers(takeWhenDue()))
                .containsOnly(Map.entry(fair.hall(), 3), Map.entry(RoomId.of(fair.ticket()), 3));
    }

    @Test
    void a_cancel_is_told_too() {
        Registration two = arrived(2);
        CountBatch first = takeWhenDue();
        counts.settle(first, told(first));

        var _ = fair.cancel(two.id());
        sendAttendees();

        assertThat(numbers(takeWhenDue())).containsEntry(fair.hall(), 0);
    }

    @Test
    void what_changes_during_the_call_is_owed_again() {
        var _ = arrived(2);
        CountBatch batch = takeWhenDue();
        var _ = fair.admit(fair.group(1));

        counts.settle(batch, told(batch));
        sendAttendees();

        assertThat(numbers(takeWhenDue())).containsEntry(fair.hall(), 3);
    }

    @Test
    void an_event_has_one_call_in_flight_be_it_attendees_or_counts() {
        var _ = arrived(2);
        CountBatch batch = takeWhenDue();
        var _ = fair.admit(fair.group(1));

        assertThat(take(RULE)).isEmpty();
        assertThat(Relay.take(storage, fair, ANY)).isEmpty();

        counts.settle(batch, told(batch));
        assertThat(Relay.take(storage, fair, ANY)).isPresent();
        storage.elapse(AGE.plusSeconds(1).minus(Outbox.LEASE));
        assertThat(Relay.take(storage, fair, ANY)).isPresent();
    }

    @Test
    void ten_who_take_at_once_get_one_batch() {
        var _ = arrived(5);
        storage.elapse(AGE.plusSeconds(1));
        CountBatch mine = take(RULE).orElseThrow();
        counts.settle(mine, new Receipt.Away("not this time"));
        storage.elapse(LATER);

        List<Optional<CountBatch>> taken = Race.of(10, _ -> counts.take(RULE));

        assertThat(taken.stream().flatMap(Optional::stream))
                .filteredOn(batch -> batch.org().equals(fair.org()))
                .hasSize(1);
    }

    @Test
    void a_lease_that_ran_out_is_another_s_and_the_late_answer_is_ignored() {
        var _ = arrived(2);
        CountBatch late = takeWhenDue();
        storage.elapse(LEASE_LOST);
        CountBatch next = take(RULE).orElseThrow();
        assertThat(next.counts()).isEqualTo(late.counts());

        counts.settle(late, told(late));

        assertThat(counts.rooms(fair.org(), fair.event()))
                .allSatisfy(room -> assertThat(room.told()).isEmpty());
        counts.settle(next, told(next));
        assertThat(counts.rooms(fair.org(), fair.event()))
                .allSatisfy(room -> assertThat(room.told()).contains(room.registered()));
    }

    @Test
    void no_answer_leaves_every_count_owed() {
        var _ = arrived(2);
        CountBatch batch = takeWhenDue();

        counts.settle(batch, new Receipt.Away("timed out"));
        storage.elapse(LATER);

        assertThat(take(RULE))
                .hasValueSatisfying(again -> assertThat(again.counts()).isEqualTo(batch.counts()));
    }

    @Test
    void a_room_that_is_refused_holds_up_no_other_and_is_told_again_later() {
        var _ = arrived(2);
        CountBatch batch = takeWhenDue();
        List<RowAnswer> answers =
                batch.counts().stream()
                        .map(
                                count ->
                                        count.room().equals(fair.hall())
                                                ? Relay.refused()
                                                : new RowAnswer.Sent(count.room().id(), false))
                        .toList();

        counts.settle(batch, Relay.answered(answers));

        assertThat(counts.rooms(fair.org(), fair.event()))
                .filteredOn(room -> room.room().equals(fair.hall()))
                .singleElement()
                .satisfies(room -> assertThat(room.refusal()).isPresent())
                .satisfies(room -> assertThat(room.told()).isEmpty());
        assertThat(take(RULE)).isEmpty();
        storage.elapse(LATER);
        assertThat(numbers(take(RULE).orElseThrow())).containsOnlyKeys(fair.hall());
    }

    @Test
    void what_somebody_typed_over_is_told_again() {
        var _ = arrived(2);
        CountBatch batch = takeWhenDue();
        counts.settle(batch, told(batch));

        assertThat(counts.found(fair.org(), fair.event(), Map.of(fair.hall(), 2))).isZero();
        assertThat(counts.found(fair.org(), fair.event(), Map.of(fair.hall(), 77))).isEqualTo(1);

        assertThat(numbers(takeWhenDue())).containsOnly(Map.entry(fair.hall(), 2));
    }
}
