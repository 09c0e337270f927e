package io.turnout.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.HoldStatus;
import io.turnout.domain.registration.Holding;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.ReleaseRequest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every book promises of seats that are held.
public abstract class HoldsContract {
    private static final Duration TOO_LONG = Hold.LIFE.plusSeconds(5);
    private static final int MANY = 10_000;

    private Storage storage;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
    }

    @Test
    void held_seats_are_counted_and_nobody_else_gets_them() {
        Fair fair = Fair.of(storage, 6);

        Hold hold = fair.held(4);

        assertThat(hold.status()).isEqualTo(HoldStatus.ACTIVE);
        assertThat(fair.room(fair.hall()).held()).isEqualTo(4);
        assertThat(fair.room(RoomId.of(fair.ticket())).held()).isEqualTo(4);
        assertThat(fair.register(fair.group(3))).isEqualTo(new Decision.Full(fair.hall(), 2));
        assertThat(fair.hold(fair.holdRequest(3))).isEqualTo(new HoldDecision.Full(fair.hall(), 2));
        assertThat(fair.register(fair.group(2))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void a_repeated_hold_is_the_same_hold() {
        Fair fair = Fair.of(storage, 6);
        HoldRequest request = fair.holdRequest(4);
        assertThat(fair.hold(request)).isInstanceOf(HoldDecision.Held.class);

        HoldDecision repeat = fair.hold(fair.holdRequest(request.key(), 4));

        assertThat(repeat)
                .isInstanceOfSatisfying(
                        HoldDecision.Repeated.class,
                        known -> assertThat(known.earlier().id()).isEqualTo(request.id()));
        assertThat(fair.room(fair.hall()).held()).isEqualTo(4);
    }

    @Test
    void who_looks_at_a_hold_is_told_of_the_first_one_and_keeps_nothing() {
        Fair fair = Fair.of(storage, 6);
        HoldRequest request = fair.holdRequest(4);
        HoldDecision first = fair.hold(request);

        HoldDecision again = look(fair.holdRequest(request.key(), 4));
        HoldDecision other = look(fair.holdRequest(1));

        assertThat(again).isEqualTo(new HoldDecision.Repeated(((HoldDecision.Held) first).hold()));
        assertThat(other).isInstanceOf(HoldDecision.Held.class);
        assertThat(look(fair.holdRequest(request.key(), 5)))
                .isEqualTo(new HoldDecision.KeyReused());
        assertThat(fair.room(fair.hall()).held()).isEqualTo(4);
    }

    private HoldDecision look(HoldRequest request) {
        return storage.book().lookHold(request, standing -> Holding.decide(request, standing));
    }

    @Test
    void a_key_serves_one_request_be_it_hold_or_registration() {
        Fair fair = Fair.of(storage, 6);
        HoldRequest held = fair.holdRequest(1);
        RegistrationRequest registered = fair.group(1);
        assertThat(fair.hold(held)).isInstanceOf(HoldDecision.Held.class);
        var _ = fair.admit(registered);

        assertThat(fair.hold(fair.holdRequest(held.key(), 2)))
                .isEqualTo(new HoldDecision.KeyReused());
        assertThat(fair.hold(fair.holdRequest(registered.key(), 1)))
                .isEqualTo(new HoldDecision.KeyReused());
        assertThat(
                        fair.register(
                                fair.request(
                                        held.key(),
                                        java.util.List.of(fair.place()),
                                        java.util.Optional.empty())))
                .isEqualTo(new Decision.KeyReused());
        assertThat(fair.room(fair.hall()).held()).isEqualTo(1);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(1);
    }

    @Test
    void nobody_holds_what_nobody_may_register_for() {
        Fair unlicensed = Fair.of(storage, 6);
        unlicensed.license(LicenseStatus.EXPIRED);
        Fair closed = Fair.of(storage, 6);
        closed.withdraw();

        assertThat(unlicensed.hold(unlicensed.holdRequest(1)))
                .isEqualTo(new HoldDecision.Unlicensed(unlicensed.org()));
        assertThat(closed.hold(closed.holdRequest(1)))
                .isEqualTo(new HoldDecision.Closed(closed.event()));
    }

    @Test
    void who_held_all_seats_takes_them() {
        Fair fair = Fair.of(storage, 4);
        Hold hold = fair.held(4);

        var _ = fair.admit(fair.group(4, hold.id()));

        assertCounts(fair, 0, 4);
        assertThat(fair.release(hold.id()))
                .isInstanceOfSatisfying(
                        ReleaseDecision.AlreadyEnded.class,
                        ended -> assertThat(ended.hold().status()).isEqualTo(HoldStatus.USED));
    }

    @Test
    void who_takes_fewer_than_held_frees_the_others() {
        Fair fair = Fair.of(storage, 4);
        Hold hold = fair.held(4);

        var _ = fair.admit(fair.group(1, hold.id()));

        assertCounts(fair, 0, 1);
    }

    @Test
    void who_wants_more_than_held_gets_it_only_where_there_is_room() {
        Fair fair = Fair.of(storage, 6);
        Hold hold = fair.held(3);
        var _ = fair.admit(fair.group(2));

        assertThat(fair.register(fair.group(5, hold.id()))).isInstanceOf(Decision.Full.class);
        assertCounts(fair, 3, 2);
        assertThat(fair.register(fair.group(4, hold.id()))).isInstanceOf(Decision.Admitted.class);
        assertCounts(fair, 0, 6);
    }

    @Test
    void an_expired_hold_promises_nothing_and_is_ended_by_its_use() {
        Fair fair = Fair.of(storage, 4);
        Hold hold = fair.held(4);
        storage.elapse(TOO_LONG);
        fair.reseat(2, 3);

        assertThat(fair.register(fair.group(4, hold.id()))).isInstanceOf(Decision.Full.class);
        assertThat(fair.register(fair.group(3, hold.id()))).isInstanceOf(Decision.Admitted.class);
        assertCounts(fair, 0, 3);
        assertThat(fair.expire(hold.id())).isInstanceOf(ReleaseDecision.AlreadyEnded.class);
    }

    @Test
    void a_hold_of_another_event_counts_as_none_and_stays() {
        Fair fair = Fair.of(storage, 2);
        Fair second = fair.second(6);
        Hold elsewhere = second.held(2);
        var _ = fair.admit(fair.group(1));

        assertThat(fair.register(fair.group(2, elsewhere.id()))).isInstanceOf(Decision.Full.class);
        assertThat(fair.register(fair.group(1, elsewhere.id())))
                .isInstanceOf(Decision.Admitted.class);
        assertThat(second.room(second.hall()).held()).isEqualTo(2);
        assertCounts(fair, 0, 2);
    }

    @Test
    void a_hold_is_used_once() {
        Fair fair = Fair.of(storage, 4);
        Hold hold = fair.held(2);
        var _ = fair.admit(fair.group(2, hold.id()));

        assertThat(fair.register(fair.group(2, hold.id()))).isInstanceOf(Decision.Admitted.class);
        assertThat(fair.register(fair.group(2, hold.id()))).isInstanceOf(Decision.Full.class);
        assertCounts(fair, 0, 4);
    }

    @Test
    void a_running_hold_may_be_finished_though_the_licence_lapsed() {
        Fair fair = Fair.of(storage, 6);
        Hold hold = fair.held(2);
        fair.license(LicenseStatus.EXPIRED);

        assertThat(fair.register(fair.group(3, hold.id())))
                .isEqualTo(new Decision.Unlicensed(fair.org()));
        assertThat(fair.register(fair.group(2, hold.id()))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void a_lapsed_hold_and_a_lapsed_licence_let_nobody_in() {
        Fair fair = Fair.of(storage, 6);
        Hold hold = fair.held(2);
        fair.license(LicenseStatus.EXPIRED);
        storage.elapse(TOO_LONG);

        assertThat(fair.register(fair.group(2, hold.id())))
                .isEqualTo(new Decision.Unlicensed(fair.org()));
    }

    @Test
    void a_running_hold_may_be_finished_though_the_seats_were_lowered() {
        Fair fair = Fair.of(storage, 6);
        Hold hold = fair.held(4);
        fair.reseat(2, 2);

        assertThat(fair.register(fair.group(4, hold.id()))).isInstanceOf(Decision.Admitted.class);
        assertCounts(fair, 0, 4);
        assertThat(fair.room(fair.hall()).over()).isTrue();
    }

    @Test
    void a_released_hold_frees_its_seats_once() {
        Fair fair = Fair.of(storage, 6);
        Hold hold = fair.held(4);
        var _ = fair.held(1);

        assertThat(fair.release(hold.id())).isInstanceOf(ReleaseDecision.Released.class);
        assertThat(fair.release(hold.id())).isInstanceOf(ReleaseDecision.AlreadyEnded.class);
        assertCounts(fair, 1, 0);
    }

    @Test
    void nobody_releases_what_is_not_theirs() {
        Fair fair = Fair.of(storage, 6);
        Fair other = Fair.of(storage, 6);
        HoldId theirs = other.held(2).id();
        HoldId nobodys = new HoldId(UUID.randomUUID());

        assertThat(fair.release(theirs)).isEqualTo(new ReleaseDecision.UnknownHold(theirs));
        assertThat(fair.release(nobodys)).isEqualTo(new ReleaseDecision.UnknownHold(nobodys));
        assertThat(other.room(other.hall()).held()).isEqualTo(2);
    }

    @Test
    void a_hold_expires_when_its_time_ran_out_and_not_before() {
        Fair fair = Fair.of(storage, 6);
        Hold hold = fair.held(4);
        ReleaseRequest due = new ReleaseRequest(fair.org(), hold.id());
        assertThat(storage.book().expired(MANY)).doesNotContain(due);
        assertThat(fair.expire(hold.id())).isInstanceOf(ReleaseDecision.StillRunning.class);

        storage.elapse(TOO_LONG);

        assertThat(storage.book().expired(MANY)).contains(due);
        assertThat(fair.room(fair.hall()).held()).isEqualTo(4);
        assertThat(fair.expire(hold.id())).isInstanceOf(ReleaseDecision.Released.class);
        assertThat(fair.expire(hold.id())).isInstanceOf(ReleaseDecision.AlreadyEnded.class);
        assertThat(storage.book().expired(MANY)).doesNotContain(due);
        assertCounts(fair, 0, 0);
    }

    @Test
    void a_repeat_of_an_ended_hold_does_not_bring_it_back() {
        Fair fair = Fair.of(storage, 6);
        HoldRequest request = fair.holdRequest(Ids.key(), 4);
        assertThat(fair.hold(request)).isInstanceOf(HoldDecision.Held.class);
        assertThat(fair.release(request.id())).isInstanceOf(ReleaseDecision.Released.class);

        assertThat(fair.hold(fair.holdRequest(request.key(), 4)))
                .isInstanceOfSatisfying(
                        HoldDecision.Repeated.class,
                        known ->
                                assertThat(known.earlier().status())
                                        .isEqualTo(HoldStatus.RELEASED));
        assertCounts(fair, 0, 0);
    }

    private static void assertCounts(Fair fair, int held, int taken) {
        for (RoomId room : java.util.List.of(fair.hall(), RoomId.of(fair.ticket()))) {
            assertThat(fair.room(room).held()).as("held in %s", room.kind()).isEqualTo(held);
            assertThat(fair.room(room).taken()).as("taken in %s", room.kind()).isEqualTo(taken);
        }
    }
}
