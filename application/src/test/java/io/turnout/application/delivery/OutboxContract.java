package io.turnout.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every outbox promises of taking: what is due, how much of it, and who has the lane.
public abstract class OutboxContract {
    private static final Duration AGE = Duration.ofMinutes(5);
    private static final Duration PACE = Duration.ofMinutes(1);
    private static final BatchRule FIVE = new BatchRule(5, AGE, 200, Duration.ZERO);
    private static final BatchRule FIVE_AT_MOST = new BatchRule(5, AGE, 5, Duration.ZERO);
    private static final BatchRule PACED = new BatchRule(5, AGE, 200, PACE);
    private static final Duration LEASE_LOST = Outbox.LEASE.plusSeconds(5);

    private Storage storage;
    private Outbox outbox;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        outbox = storage.outbox();
    }

    @Test
    void a_lane_is_due_at_five_rows_and_not_at_four() {
        Fair fair = Fair.of(storage, 10);
        var _ = fair.admit(fair.group(4));
        assertThat(Relay.take(storage, fair, FIVE)).isEmpty();

        var _ = fair.admit(fair.group(1));

        assertThat(Relay.take(storage, fair, FIVE))
                .hasValueSatisfying(batch -> assertThat(batch.attendees()).hasSize(5));
    }

    @Test
    void a_lane_is_due_when_its_oldest_row_waited_long_enough() {
        Fair fair = Fair.of(storage, 10);
        var _ = fair.admit(fair.group(1));
        storage.elapse(AGE.minusSeconds(60));
        var _ = fair.admit(fair.group(1));
        assertThat(Relay.take(storage, fair, FIVE)).isEmpty();

        storage.elapse(Duration.ofSeconds(65));

        assertThat(Relay.take(storage, fair, FIVE))
                .hasValueSatisfying(batch -> assertThat(batch.attendees()).hasSize(2));
    }

    @Test
    void rows_of_two_events_do_not_add_up() {
        Fair fair = Fair.of(storage, 10);
        Fair second = fair.second(10);
        var _ = fair.admit(fair.group(3));
        var _ = second.admit(second.group(3));

        assertThat(Relay.take(storage, fair, FIVE)).isEmpty();
    }

    @Test
    void a_row_says_whole_what_the_org_shall_have() {
        Fair fair = Fair.of(storage, 10);
        RegistrationRequest request =
                fair.request(
                        io.turnout.application.contract.Ids.key(),
                        List.of(
                                fair.placeAtWorkshop(),
                                fair.place(),
                                fair.place(),
                                fair.place(),
                                fair.placeAtWorkshop()),
                        Optional.empty());
        var _ = fair.admit(request);

        Batch batch = Relay.take(storage, fair, FIVE).orElseThrow();

        assertThat(batch.org()).isEqualTo(fair.org());
        assertThat(batch.lease().event()).isEqualTo(fair.event());
        assertThat(batch.attendees())
                .extracting(OwedAttendee::id, OwedAttendee::person, OwedAttendee::place)
                .containsExactlyInAnyOrderElementsOf(
                        request.attendees().stream().map(OutboxContract::wanted).toList());
        assertThat(batch.attendees())
                .allSatisfy(
                        row -> {
                            assertThat(row.event()).isEqualTo(fair.event());
                            assertThat(row.status()).isEqualTo(RegistrationStatus.CONFIRMED);
                            assertThat(row.version()).isPositive();
                        });
    }

    private static org.assertj.core.groups.Tuple wanted(Attendee attendee) {
        return org.assertj.core.groups.Tuple.tuple(
                attendee.id(), attendee.person(), attendee.place());
    }

    @Test
    void a_batch_has_a_bound_and_the_others_come_next() {
        Fair fair = Fair.of(storage, 20);
        var _ = fair.admit(fair.group(12));

        Batch first = Relay.take(storage, fair, FIVE_AT_MOST).orElseThrow();
        outbox.settle(first, Relay.sent(first));
        Batch second = Relay.take(storage, fair, FIVE_AT_MOST).orElseThrow();
        outbox.settle(second, Relay.sent(second));

        assertThat(first.attendees()).hasSize(5);
        assertThat(second.attendees()).hasSize(5).doesNotContainAnyElementsOf(first.attendees());
        assertThat(Relay.take(storage, fair, FIVE_AT_MOST)).isEmpty();
        assertThat(Relay.lane(outbox, fair).waiting()).isEqualTo(2);
    }

    @Test
    void a_lane_has_one_batch_in_flight() {
        Fair fair = Fair.of(storage, 20);
        var _ = fair.admit(fair.group(10));
        assertThat(Relay.take(storage, fair, FIVE_AT_MOST)).isPresent();

        var _ = fair.admit(fair.group(5));

        assertThat(Relay.take(storage, fair, FIVE_AT_MOST)).isEmpty();
    }

    @Test
    void ten_who_take_at_once_get_one_batch() {
        Fair fair = Fair.of(storage, 20);
        var _ = fair.admit(fair.group(5));
        Relay.drainOthers(storage, fair, FIVE);

        List<Optional<Batch>> taken = Race.of(10, _ -> outbox.take(FIVE));

        assertThat(taken.stream().flatMap(Optional::stream))
                .singleElement()
                .satisfies(batch -> assertThat(batch.org()).isEqualTo(fair.org()));
    }

    @Test
    void two_events_of_an_org_are_two_lanes() {
        Fair fair = Fair.of(storage, 10);
        Fair second = fair.second(10);
        var _ = fair.admit(fair.group(5));
        var _ = second.admit(second.group(5));

        Batch one = Relay.take(storage, fair, FIVE).orElseThrow();
        Batch other = Relay.take(storage, fair, FIVE).orElseThrow();

        assertThat(List.of(one.lease().event(), other.lease().event()))
                .containsExactlyInAnyOrder(fair.event(), second.event());
    }

    @Test
    void a_lease_that_is_not_renewed_goes_to_another_with_the_same_rows() {
        Fair fair = Fair.of(storage, 10);
        var _ = fair.admit(fair.group(5));
        Batch dead = Relay.take(storage, fair, FIVE).orElseThrow();

        storage.elapse(LEASE_LOST);
        Batch next = Relay.take(storage, fair, FIVE).orElseThrow();

        assertThat(next.attendees()).containsExactlyInAnyOrderElementsOf(dead.attendees());
        assertThat(next.lease().attempt()).isGreaterThan(dead.lease().attempt());
        assertThat(outbox.renew(dead.lease())).isFalse();
        assertThat(outbox.renew(next.lease())).isTrue();
    }

    @Test
    void a_lease_that_is_renewed_stays() {
        Fair fair = Fair.of(storage, 10);
        var _ = fair.admit(fair.group(5));
        Batch batch = Relay.take(storage, fair, FIVE).orElseThrow();
        storage.elapse(Duration.ofSeconds(5));
        assertThat(outbox.renew(batch.lease())).isTrue();

        storage.elapse(Duration.ofSeconds(6));

        assertThat(Relay.take(storage, fair, FIVE)).isEmpty();
    }

    @Test
    void settling_with_an_old_lease_changes_nothing() {
        Fair fair = Fair.of(storage, 10);
        var _ = fair.admit(fair.group(5));
        Batch late = Relay.take(storage, fair, FIVE).orElseThrow();
        storage.elapse(LEASE_LOST);
        Batch owner = Relay.take(storage, fair, FIVE).orElseThrow();

        outbox.settle(late, Relay.sent(late));
        outbox.release(late.lease());

        assertThat(Relay.lane(outbox, fair).waiting()).isEqualTo(5);
        assertThat(Relay.take(storage, fair, FIVE)).isEmpty();
        outbox.settle(owner, Relay.sent(owner));
        assertThat(Relay.lane(outbox, fair).sent()).isEqualTo(5);
    }

    @Test
    void a_lane_that_was_given_back_is_neither_renewed_nor_settled_again() {
        Fair fair = Fair.of(storage, 20);
        var _ = fair.admit(fair.group(5));
        Batch batch = Relay.take(storage, fair, FIVE).orElseThrow();
        outbox.settle(batch, Relay.sent(batch));

        assertThat(outbox.renew(batch.lease())).isFalse();
        outbox.settle(batch, new Receipt.Away("too late"));

        assertThat(Relay.lane(outbox, fair).sent()).isEqualTo(5);
        var _ = fair.admit(fair.group(5));
        assertThat(Relay.take(storage, fair, FIVE)).isPresent();
    }

    @Test
    void a_released_lease_may_be_taken_at_once() {
        Fair fair = Fair.of(storage, 10);
        var _ = fair.admit(fair.group(5));
        Batch given = Relay.take(storage, fair, FIVE).orElseThrow();

        outbox.release(given.lease());

        Batch next = Relay.take(storage, fair, FIVE).orElseThrow();
        assertThat(next.attendees()).hasSize(5);
        assertThat(Objects.equals(next.lease(), given.lease())).isFalse();
    }

    @Test
    void no_call_starts_sooner_than_its_pace_after_the_last() {
        Fair fair = Fair.of(storage, 20);
        var _ = fair.admit(fair.group(5));
        Batch first = Relay.take(storage, fair, PACED).orElseThrow();
        outbox.settle(first, Relay.sent(first));
        var _ = fair.admit(fair.group(5));
        assertThat(Relay.take(storage, fair, PACED)).isEmpty();

        storage.elapse(PACE.plusSeconds(1));

        assertThat(Relay.take(storage, fair, PACED)).isPresent();
    }
}
