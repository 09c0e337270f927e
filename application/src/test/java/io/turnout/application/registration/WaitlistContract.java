package io.turnout.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.TendRequest;
import io.turnout.domain.registration.Waiting;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every book promises of those who wait for seats, and to whom it offers them.
public abstract class WaitlistContract {
    private static final int MANY = 10_000;

    private Storage storage;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
    }

    @Test
    void who_will_wait_is_kept_in_line_and_takes_no_seat() {
        Fair fair = Fair.of(storage, 1);
        var _ = fair.admit(fair.patient(1));

        RegistrationId first = fair.inLine(fair.patient(1));
        RegistrationId second = fair.inLine(fair.patient(1));

        assertThat(fair.find(first).waiting()).isEqualTo(new Waiting.InLine(1));
        assertThat(fair.find(second).waiting()).isEqualTo(new Waiting.InLine(2));
        assertThat(fair.find(second).status()).isEqualTo(RegistrationStatus.WAITLISTED);
        assertThat(fair.find(second).delivery()).isEqualTo(DeliveryState.NONE);
        assertCounts(fair, 0, 1);
    }

    @Test
    void who_will_not_wait_is_told_that_it_is_sold_out() {
        Fair fair = Fair.of(storage, 1);
        var _ = fair.admit(fair.group(1));
        var _ = fair.inLine(fair.patient(1));

        assertThat(fair.register(fair.group(1))).isEqualTo(new Decision.Full(fair.hall(), 0));
    }

    @Test
    void a_group_that_never_fits_is_not_kept_waiting() {
        Fair fair = Fair.of(storage, 3);

        assertThat(fair.register(fair.patient(4))).isEqualTo(new Decision.Full(fair.hall(), 3));
    }

    @Test
    void a_repeat_finds_its_place_in_line() {
        Fair fair = Fair.of(storage, 1);
        var _ = fair.admit(fair.group(1));
        RegistrationRequest request = fair.patient(1);
        var _ = fair.inLine(request);

        Decision repeat = fair.register(fair.patient(request.key(), List.of(fair.place())));

        assertThat(repeat)
                .isInstanceOfSatisfying(
                        Decision.Repeated.class,
                        known -> {
                            assertThat(known.earlier().id()).isEqualTo(request.id());
                            assertThat(known.earlier().waiting()).isEqualTo(new Waiting.InLine(1));
                        });
        assertThat(fair.register(fair.patient(request.key(), List.of(fair.place(), fair.place()))))
                .isEqualTo(new Decision.KeyReused());
    }

    @Test
    void a_seat_that_is_cancelled_is_offered_to_the_first_in_line() {
        Fair fair = Fair.of(storage, 1);
        Registration seated = fair.admit(fair.group(1));
        RegistrationId first = fair.inLine(fair.patient(1));
        RegistrationId second = fair.inLine(fair.patient(1));

        assertThat(fair.cancel(seated.id())).isInstanceOf(CancelDecision.Cancelled.class);

        assertThat(fair.find(first).waiting()).isInstanceOf(Waiting.Offered.class);
        assertThat(fair.find(second).waiting()).isEqualTo(new Waiting.InLine(1));
        assertCounts(fair, 1, 0);
        assertThat(fair.register(fair.group(1))).isEqualTo(new Decision.Full(fair.hall(), 0));
    }

    @Test
    void a_hold_that_ends_serves_the_line_too() {
        Fair fair = Fair.of(storage, 3);
        Hold released = fair.held(1);
        Hold lapsed = fair.held(1);
        Hold tooMuch = fair.held(1);
        RegistrationId first = fair.inLine(fair.patient(1));
        RegistrationId second = fair.inLine(fair.patient(1));

        assertThat(fair.release(released.id())).isInstanceOf(ReleaseDecision.Released.class);
        assertThat(fair.status(first)).isEqualTo(RegistrationStatus.OFFERED);
        storage.elapse(Hold.LIFE);
        assertThat(fair.expire(lapsed.id())).isInstanceOf(ReleaseDecision.Released.class);

        assertThat(fair.status(second)).isEqualTo(RegistrationStatus.OFFERED);
        assertThat(fair.release(tooMuch.id())).isInstanceOf(ReleaseDecision.Released.class);
        assertCounts(fair, 2, 0);
    }

    @Test
    void more_seats_are_offered_by_whoever_looks_after_the_line() {
        Fair fair = Fair.of(storage, 1);
        var _ = fair.admit(fair.group(1));
        RegistrationId first = fair.inLine(fair.patient(1));
        RegistrationId second = fair.inLine(fair.patient(1));
        RegistrationId third = fair.inLine(fair.patient(1));

        fair.reseat(2, 3);
        assertThat(storage.book().untended(MANY))
                .contains(new TendRequest(fair.org(), fair.event()));
        var _ = fair.tend();

        assertThat(fair.status(first)).isEqualTo(RegistrationStatus.OFFERED);
        assertThat(fair.status(second)).isEqualTo(RegistrationStatus.OFFERED);
        assertThat(fair.find(third).waiting()).isEqualTo(new Waiting.InLine(1));
        assertCounts(fair, 2, 1);
    }

    @Test
    void more_seats_are_not_for_the_newcomer_who_is_quicker_than_the_line() {
        Fair fair = Fair.of(storage, 1);
        var _ = fair.admit(fair.group(1));
        RegistrationId first = fair.inLine(fair.patient(1));
        RegistrationId second = fair.inLine(fair.patient(1));

        fair.reseat(2, 3);

        assertThat(fair.register(fair.group(1))).isEqualTo(new Decision.Full(fair.hall(), 0));
        assertThat(fair.hold(fair.holdRequest(1))).isInstanceOf(HoldDecision.Full.class);
        assertThat(fair.status(first)).isEqualTo(RegistrationStatus.OFFERED);
        assertThat(fair.status(second)).isEqualTo(RegistrationStatus.OFFERED);
        fair.reseat(3, 4);
        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void what_the_line_leaves_of_more_seats_is_for_the_newcomer_at_once() {
        Fair fair = Fair.of(storage, 1);
        var _ = fair.admit(fair.group(1));
        RegistrationId only = fair.inLine(fair.patient(1));

        fair.reseat(2, 3);

        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
        assertThat(fair.status(only)).isEqualTo(RegistrationStatus.OFFERED);
        assertThat(fair.register(fair.group(1))).isEqualTo(new Decision.Full(fair.hall(), 0));
    }

    @Test
    void a_group_too_large_for_what_came_back_is_passed_over_and_keeps_its_place() {
        Fair fair = Fair.of(storage, 4);
        Registration one = fair.admit(fair.group(1));
        Registration three = fair.admit(fair.group(3));
        RegistrationId family = fair.inLine(fair.patient(4));
        RegistrationId single = fair.inLine(fair.patient(1));

        assertThat(fair.cancel(one.id())).isInstanceOf(CancelDecision.Cancelled.class);
        assertThat(fair.status(single)).isEqualTo(RegistrationStatus.OFFERED);
        assertThat(fair.find(family).waiting()).isEqualTo(new Waiting.InLine(1));

        assertThat(fair.cancel(three.id())).isInstanceOf(CancelDecision.Cancelled.class);
        assertThat(fair.cancel(single)).isInstanceOf(CancelDecision.Cancelled.class);
        assertThat(fair.status(family)).isEqualTo(RegistrationStatus.OFFERED);
        assertCounts(fair, 4, 0);
    }

    @Test
    void what_suffices_for_nobody_in_line_is_free_for_whoever_comes() {
        Fair fair = Fair.of(storage, 4);
        var _ = fair.admit(fair.group(3));
        RegistrationId family = fair.inLine(fair.patient(2));

        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Admitted.class);

        assertThat(fair.find(family).waiting()).isEqualTo(new Waiting.InLine(1));
        assertCounts(fair, 0, 4);
    }

    @Test
    void an_offer_is_of_all_levels_at_once_or_none() {
        Fair fair = Fair.of(storage, Fair.seats(10), Fair.UNCOUNTED, Fair.seats(1));
        Registration seated = fair.admit(fair.one(fair.placeAtWorkshop()));
        RegistrationId attentive =
                fair.inLine(fair.patient(Ids.key(), List.of(fair.placeAtWorkshop())));

        assertThat(fair.register(fair.patient(1))).isInstanceOf(Decision.Admitted.class);
        assertThat(fair.cancel(seated.id())).isInstanceOf(CancelDecision.Cancelled.class);

        assertThat(fair.status(attentive)).isEqualTo(RegistrationStatus.OFFERED);
        assertThat(fair.room(RoomId.of(fair.workshop())).held()).isEqualTo(1);
        assertCounts(fair, 1, 1);
    }

    @Test
    void who_leaves_the_line_lets_those_behind_move_up_and_owes_nothing() {
        Fair fair = Fair.of(storage, 1);
        var _ = fair.admit(fair.group(1));
        RegistrationId first = fair.inLine(fair.patient(1));
        RegistrationId second = fair.inLine(fair.patient(1));

        assertThat(fair.cancel(first)).isInstanceOf(CancelDecision.Cancelled.class);

        assertThat(fair.find(second).waiting()).isEqualTo(new Waiting.InLine(1));
        assertThat(fair.find(first).delivery()).isEqualTo(DeliveryState.NONE);
        assertCounts(fair, 0, 1);
    }

    private static void assertCounts(Fair fair, int held, int taken) {
        assertThat(fair.room(fair.hall()).held()).as("held").isEqualTo(held);
        assertThat(fair.room(fair.hall()).taken()).as("taken").isEqualTo(taken);
    }
}
