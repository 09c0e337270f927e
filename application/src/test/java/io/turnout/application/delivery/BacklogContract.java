package io.turnout.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.delivery.BulkTurn;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every backlog promises: rows leave by the thousand or live, never both, and none is lost.
public abstract class BacklogContract {
    private static final Duration OLD = Duration.ofMinutes(5);
    private static final BulkRule TEN = new BulkRule(10, OLD, 20);
    private static final BatchRule ANY = new BatchRule(1, Duration.ZERO, 200, Duration.ZERO);
    private static final Duration LATER = Duration.ofMinutes(20);

    private Storage storage;
    private Backlog backlog;
    private Fair fair;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        backlog = storage.backlog();
        fair = Fair.of(storage, 1_000);
    }

    private Registration old(int group) {
        Registration registration = fair.admit(fair.group(group));
        storage.elapse(OLD.plusSeconds(1));
        return registration;
    }

    /// What other tests left over is given up on the way.
    private Optional<BulkTurn> take() {
        for (int i = 0; i < 100; i++) {
            Optional<BulkTurn> turn = backlog.take(TEN, _ -> true);
            if (turn.isEmpty() || turn.get().lease().org().equals(fair.org())) {
                return turn;
            }
            backlog.settle(turn.get(), new BulkReceipt.Lost("of another test"));
            Optional<Batch> left = storage.outbox().take(ANY);
            left.ifPresent(batch -> storage.outbox().settle(batch, Relay.sent(batch)));
        }
        throw new IllegalStateException("the backlog does not run dry");
    }

    @Test
    void an_org_that_may_begin_no_job_begins_none_and_is_in_nobodys_way() {
        var _ = old(10);
        Fair other = Fair.of(storage, 1_000);
        var _ = other.admit(other.group(10));
        storage.elapse(OLD.plusSeconds(1));

        assertThat(begun(org -> !org.equals(fair.org()))).contains(other.org());
        assertThat(backlog.jobs(fair.org(), 1)).isEmpty();
        assertThat(begun(_ -> true)).contains(fair.org());
    }

    @Test
    void a_job_that_was_begun_goes_on_when_no_other_may_begin() {
        var _ = old(10);
        BulkTurn create = take().orElseThrow();
        backlog.settle(create, new BulkReceipt.Created("7501"));

        assertThat(begun(_ -> false)).contains(fair.org());
    }

    /// Whose jobs had a turn.
    private List<OrgId> begun(Predicate<OrgId> begins) {
        return Stream.generate(() -> backlog.take(TEN, begins))
                .limit(20)
                .takeWhile(Optional::isPresent)
                .map(turn -> turn.orElseThrow().lease().org())
                .toList();
    }

    private BulkTurn.Load created() {
        BulkTurn create = take().orElseThrow();
        assertThat(create).isInstanceOf(BulkTurn.Create.class);
        backlog.settle(create, new BulkReceipt.Created("7501"));
        return (BulkTurn.Load) take().orElseThrow();
    }

    private BulkTurn looked(BulkTurn.Load load) {
        backlog.settle(load, new BulkReceipt.Running());
        storage.elapse(LATER);
        BulkTurn look = take().orElseThrow();
        assertThat(look).isInstanceOf(BulkTurn.Look.class);
        return look;
    }

    private static BulkReceipt allSent(BulkTurn.Load load) {
        Map<AttendeeId, RowAnswer> answers = new HashMap<>();
        load.attendees().forEach(row -> answers.put(row.id(), sent()));
        return new BulkReceipt.Ended(answers);
    }

    private static RowAnswer sent() {
        return new RowAnswer.Sent("003000000000001", true);
    }

    private List<Long> counts() {
        Outbox.LaneView lane = Relay.lane(storage.outbox(), fair);
        return List.of(lane.waiting(), lane.sent(), lane.setAside());
    }

    @Test
    void a_job_begins_with_enough_old_rows_and_not_before() {
        var _ = fair.admit(fair.group(10));
        assertThat(take()).isEmpty();
        storage.elapse(OLD.plusSeconds(1));
        Fair small = Fair.of(storage, 100);
        var _ = small.admit(small.group(9));

        BulkTurn.Load load = created();

        assertThat(load.recordId()).isEqualTo("7501");
        assertThat(load.attendees()).hasSize(10);
    }

    @Test
    void a_job_takes_so_many_and_the_others_wait_for_the_next() {
        var _ = old(25);
        BulkTurn.Load first = created();
        assertThat(first.attendees()).hasSize(20);

        backlog.settle(looked(first), allSent(first));

        assertThat(counts()).containsExactly(5L, 20L, 0L);
        assertThat(take()).isEmpty();
        assertThat(Relay.take(storage, fair, ANY))
                .hasValueSatisfying(batch -> assertThat(batch.attendees()).hasSize(5));
    }

    @Test
    void what_is_in_a_job_does_not_leave_live() {
        var _ = old(10);
        BulkTurn.Load load = created();

        assertThat(Relay.take(storage, fair, ANY)).isEmpty();

        var _ = fair.admit(fair.group(1));
        Batch live = Relay.take(storage, fair, ANY).orElseThrow();
        assertThat(live.attendees()).hasSize(1).doesNotContainAnyElementsOf(load.attendees());
    }

    @Test
    void ten_who_take_at_once_begin_one_job() {
        var _ = old(10);

        List<Optional<BulkTurn>> turns = Race.of(10, _ -> backlog.take(TEN, _ -> true));

        assertThat(
                        turns.stream()
                                .flatMap(Optional::stream)
                                .filter(turn -> turn.lease().org().equals(fair.org())))
                .hasSize(1);
        assertThat(backlog.jobs(fair.org(), 10)).hasSize(1);
    }

    @Test
    void every_row_is_settled_by_its_own_answer_and_one_without_leaves_again() {
        var _ = old(10);
        BulkTurn.Load load = created();
        Map<AttendeeId, RowAnswer> answers = new HashMap<>();
        List<AttendeeId> ids = load.attendees().stream().map(OwedAttendee::id).toList();
        ids.subList(0, 7).forEach(id -> answers.put(id, sent()));
        answers.put(ids.get(7), Relay.refused());
        answers.put(ids.get(8), Relay.later());

        backlog.settle(looked(load), new BulkReceipt.Ended(answers));

        assertThat(counts()).containsExactly(2L, 7L, 1L);
        storage.elapse(LATER);
        assertThat(Relay.take(storage, fair, ANY))
                .hasValueSatisfying(batch -> assertThat(batch.attendees()).hasSize(2));
    }

    @Test
    void a_row_that_changed_while_it_was_in_a_job_stays_owed() {
        Registration ten = old(10);
        BulkTurn.Load load = created();
        var _ = fair.cancel(ten.id());

        backlog.settle(looked(load), allSent(load));

        assertThat(counts()).containsExactly(10L, 0L, 0L);
        assertThat(Relay.take(storage, fair, ANY).orElseThrow().attendees())
                .hasSize(10)
                .allMatch(row -> row.status() == RegistrationStatus.CANCELLED);
    }

    @Test
    void a_job_that_is_lost_frees_its_rows() {
        var _ = old(10);
        BulkTurn.Load load = created();

        backlog.settle(load, new BulkReceipt.Lost("Aborted"));

        assertThat(Relay.take(storage, fair, ANY))
                .hasValueSatisfying(batch -> assertThat(batch.attendees()).hasSize(10));
        assertThat(backlog.jobs(fair.org(), 1))
                .singleElement()
                .satisfies(job -> assertThat(job.note()).contains("Aborted"));
    }

    @Test
    void a_turn_that_failed_is_taken_again_with_the_same_rows() {
        var _ = old(10);
        BulkTurn.Load load = created();

        backlog.settle(load, new BulkReceipt.Failed(new Receipt.Away("cut")));

        assertThat(take()).isEmpty();
        storage.elapse(LATER);
        assertThat(take())
                .get()
                .isInstanceOfSatisfying(
                        BulkTurn.Load.class,
                        again ->
                                assertThat(again.attendees())
                                        .containsExactlyInAnyOrderElementsOf(load.attendees()));
    }

    @Test
    void whoever_dies_in_a_turn_loses_it_and_is_not_heard_any_more() {
        var _ = old(10);
        BulkTurn.Load dead = created();
        storage.elapse(Backlog.LEASE.plusSeconds(1));
        BulkTurn.Load next = (BulkTurn.Load) take().orElseThrow();

        backlog.settle(dead, new BulkReceipt.Lost("too late"));

        assertThat(counts()).containsExactly(10L, 0L, 0L);
        backlog.settle(looked(next), allSent(next));
        assertThat(counts()).containsExactly(0L, 10L, 0L);
    }
}
