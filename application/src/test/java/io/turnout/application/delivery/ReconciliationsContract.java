package io.turnout.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Reconciliations.Turn;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Drift;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.SentAttendee;
import io.turnout.domain.delivery.Tally;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every keeper of comparisons promises: one turn at a time, whichever instance takes it, and
/// what drifted is owed again.
public abstract class ReconciliationsContract {
    private static final BatchRule ANY = new BatchRule(1, Duration.ZERO, 200, Duration.ZERO);
    private static final Drift NOTHING = Drift.NONE;

    private Storage storage;
    private Reconciliations reconciliations;
    private Fair fair;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        reconciliations = storage.reconciliations();
        fair = Fair.of(storage, 100);
    }

    private List<AttendeeId> sent(int people) {
        var _ = fair.admit(fair.group(people));
        Batch batch = Relay.take(storage, fair, ANY).orElseThrow();
        storage.outbox().settle(batch, Relay.sent(batch));
        return batch.attendees().stream().map(OwedAttendee::id).toList();
    }

    /// What other tests left over is ended on the way.
    private Optional<Turn> take() {
        for (int i = 0; i < 1_000; i++) {
            Optional<Turn> turn = reconciliations.take();
            if (turn.isEmpty() || turn.get().org().equals(fair.org())) {
                return turn;
            }
            reconciliations.found(turn.get(), NOTHING, Optional.empty());
        }
        throw new IllegalStateException("comparisons do not run dry");
    }

    private Turn rows() {
        assertThat(reconciliations.want(fair.org(), fair.event())).isTrue();
        Turn counting = take().orElseThrow();
        assertThat(counting.counting()).isTrue();
        assertThat(counting.byRow()).isTrue();
        reconciliations.found(counting, NOTHING, Optional.of(""));
        return take().orElseThrow();
    }

    @Test
    void an_event_that_is_not_here_is_not_compared() {
        assertThat(reconciliations.want(fair.org(), Ids.event())).isFalse();
        assertThat(reconciliations.want(Ids.org(), fair.event())).isFalse();

        assertThat(take()).isEmpty();
        assertThat(reconciliations.views(fair.org(), 10)).isEmpty();
    }

    @Test
    void a_comparison_counts_first_and_then_looks_at_rows_until_none_is_left() {
        List<AttendeeId> ids = sent(3);
        assertThat(reconciliations.tally(fair.org(), fair.event())).isEqualTo(new Tally(3, 0));

        Turn rows = rows();
        assertThat(rows.counting()).isFalse();
        assertThat(reconciliations.sent(rows, Optional.empty(), 10))
                .extracting(SentAttendee::id)
                .containsExactlyInAnyOrderElementsOf(ids);
        reconciliations.found(rows, NOTHING, Optional.empty());

        assertThat(take()).isEmpty();
        assertThat(reconciliations.views(fair.org(), 10))
                .singleElement()
                .satisfies(view -> assertThat(view.running()).isFalse())
                .satisfies(view -> assertThat(view.calls()).isEqualTo(2));
    }

    @Test
    void rows_come_in_the_order_of_their_keys_between_two_of_them() {
        List<String> keys = sent(5).stream().map(AttendeeId::toString).sorted().toList();
        Turn first = rows();

        assertThat(reconciliations.sent(first, Optional.of(keys.get(2)), 10))
                .extracting(row -> row.id().toString())
                .containsExactlyElementsOf(keys.subList(0, 3));
        reconciliations.found(first, NOTHING, Optional.of(keys.get(2)));

        Turn second = take().orElseThrow();
        assertThat(reconciliations.sent(second, Optional.empty(), 1))
                .extracting(row -> row.id().toString())
                .containsExactly(keys.get(3));
    }

    @Test
    void what_is_missing_is_owed_again_and_what_was_deleted_waits_for_somebody() {
        List<AttendeeId> ids = sent(3);

        reconciliations.found(
                rows(), new Drift(ids.subList(0, 1), ids.subList(1, 2), 1), Optional.empty());

        Outbox.LaneView lane = Relay.lane(storage.outbox(), fair);
        assertThat(List.of(lane.waiting(), lane.sent(), lane.setAside()))
                .containsExactly(1L, 1L, 1L);
        assertThat(storage.outbox().setAside(fair.org(), 10))
                .singleElement()
                .satisfies(row -> assertThat(row.code()).isEqualTo("DELETED_IN_SALESFORCE"));
        assertThat(Relay.take(storage, fair, ANY))
                .hasValueSatisfying(batch -> assertThat(batch.attendees()).hasSize(1));
    }

    @Test
    void what_is_on_its_way_is_not_settled_and_not_counted() {
        var _ = sent(2);
        Registration waiting = fair.admit(fair.group(1));

        assertThat(reconciliations.tally(fair.org(), fair.event())).isEqualTo(new Tally(2, 0));

        assertThat(reconciliations.sent(rows(), Optional.empty(), 10))
                .filteredOn(row -> !row.settled())
                .extracting(SentAttendee::id)
                .containsExactly(waiting.seats().getFirst().attendee());
    }

    @Test
    void ten_who_take_at_once_get_one_turn() {
        var _ = sent(1);
        Turn mine = rows();
        reconciliations.postpone(mine, "not now");
        storage.elapse(Duration.ofHours(1));

        List<Optional<Turn>> turns = Race.of(10, _ -> reconciliations.take());

        assertThat(turns.stream().flatMap(Optional::stream))
                .filteredOn(turn -> turn.org().equals(fair.org()))
                .hasSize(1);
    }

    @Test
    void whoever_is_late_is_not_heard_any_more() {
        List<AttendeeId> ids = sent(1);
        Turn late = rows();
        storage.elapse(Reconciliations.LEASE.plusSeconds(1));
        Turn next = take().orElseThrow();
        assertThat(next.after()).isEqualTo(late.after());

        reconciliations.found(late, new Drift(ids, List.of(), 0), Optional.empty());

        assertThat(Relay.lane(storage.outbox(), fair).waiting()).isZero();
        reconciliations.found(next, NOTHING, Optional.empty());
        assertThat(take()).isEmpty();
    }

    @Test
    void what_cannot_be_asked_now_is_asked_later() {
        var _ = sent(1);
        Turn turn = rows();

        reconciliations.postpone(turn, "our calls are used up");

        assertThat(take()).isEmpty();
        assertThat(reconciliations.views(fair.org(), 1))
                .singleElement()
                .satisfies(view -> assertThat(view.note()).contains("our calls are used up"));
        storage.elapse(Duration.ofMinutes(11));
        assertThat(take()).isPresent();
    }
}
