package io.turnout.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.DeliveryRules;
import io.turnout.application.UseCases;
import io.turnout.application.contract.Fair;
import io.turnout.application.memory.MemoryStorage;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.ReleaseRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A registrant's day at the desk, through the use cases alone.
class RegistrationScenarioTest {
    private final MemoryStorage storage = new MemoryStorage();
    private final UseCases desk = UseCases.over(storage.memory().ports(), DeliveryRules.USUAL);
    private final Fair fair = Fair.of(storage, 6);

    private Decision register(RegistrationRequest request) {
        return desk.registerAttendees().register(request);
    }

    @Test
    void the_seventh_of_six_is_turned_away() {
        for (int seat = 1; seat <= 6; seat++) {
            assertThat(register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
        }

        assertThat(register(fair.group(1))).isEqualTo(new Decision.Full(fair.hall(), 0));
    }

    @Test
    void who_lost_the_answer_asks_again_and_finds_the_same_registration() {
        RegistrationRequest request = fair.group(2);
        assertThat(register(request)).isInstanceOf(Decision.Admitted.class);

        assertThat(register(fair.again(request))).isInstanceOf(Decision.Repeated.class);

        assertThat(desk.showRegistration().show(fair.org(), request.id()))
                .hasValueSatisfying(kept -> assertThat(kept.seats()).isEqualTo(request.seats()));
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void a_seat_that_was_cancelled_goes_to_the_next_who_asks() {
        RegistrationRequest six = fair.group(6);
        assertThat(register(six)).isInstanceOf(Decision.Admitted.class);
        assertThat(register(fair.group(1))).isInstanceOf(Decision.Full.class);

        CancelDecision cancelled =
                desk.cancelRegistration().cancel(new CancelRequest(fair.org(), six.id()));

        assertThat(cancelled).isInstanceOf(CancelDecision.Cancelled.class);
        assertThat(register(fair.group(6))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void who_fills_in_the_form_in_time_gets_the_held_seats() {
        HoldRequest request = fair.holdRequest(6);
        assertThat(desk.holdSeats().hold(request)).isInstanceOf(HoldDecision.Held.class);
        assertThat(register(fair.group(1))).isInstanceOf(Decision.Full.class);

        storage.elapse(Hold.LIFE.minusMillis(1));

        assertThat(desk.expireHolds().expire()).isZero();
        assertThat(register(fair.group(6, request.id()))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void who_does_not_loses_them_to_the_others() {
        HoldRequest request = fair.holdRequest(6);
        assertThat(desk.holdSeats().hold(request)).isInstanceOf(HoldDecision.Held.class);

        storage.elapse(Hold.LIFE);

        assertThat(desk.expireHolds().expire()).isEqualTo(1);
        assertThat(desk.expireHolds().expire()).isZero();
        assertThat(register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
        assertThat(register(fair.group(6, request.id())))
                .isEqualTo(new Decision.Full(fair.hall(), 5));
    }

    @Test
    void who_gives_held_seats_back_frees_them_at_once() {
        HoldRequest request = fair.holdRequest(6);
        assertThat(desk.holdSeats().hold(request)).isInstanceOf(HoldDecision.Held.class);

        ReleaseDecision released =
                desk.releaseHold().release(new ReleaseRequest(fair.org(), request.id()));

        assertThat(released).isInstanceOf(ReleaseDecision.Released.class);
        assertThat(register(fair.group(6))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void all_holds_that_are_due_are_ended_though_a_round_has_a_bound() {
        Fair wide = Fair.of(storage, 1_000);
        for (int i = 0; i < 250; i++) {
            var _ = wide.held(1);
        }
        storage.elapse(Hold.LIFE);

        assertThat(desk.expireHolds().expire()).isEqualTo(200);
        assertThat(desk.expireHolds().expire()).isEqualTo(50);
        assertThat(wide.room(wide.hall()).held()).isZero();
    }

    @Test
    void a_licence_opens_and_closes_the_door_for_newcomers() {
        desk.grantLicense().grant(new License("L-1", LicenseStatus.SUSPENDED, fair.org()));
        assertThat(register(fair.group(1))).isEqualTo(new Decision.Unlicensed(fair.org()));

        desk.grantLicense().grant(new License("L-1", LicenseStatus.ACTIVE, fair.org()));
        assertThat(register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void visitors_see_what_is_published_and_how_much_is_left() {
        Fair second = fair.second(3);
        assertThat(register(fair.group(2))).isInstanceOf(Decision.Admitted.class);

        assertThat(desk.listEvents().list(fair.org(), Optional.empty(), 10)).hasSize(2);
        assertThat(desk.showEvent().show(fair.org(), fair.event()))
                .hasValueSatisfying(
                        page -> assertThat(page.room(fair.hall()).remaining()).hasValue(4));
        second.withdraw();
        assertThat(desk.listEvents().list(fair.org(), Optional.empty(), 10)).hasSize(1);
        assertThat(desk.showEvent().show(fair.org(), second.event())).isEmpty();
    }

    private int taken() {
        return fair.room(RoomId.of(fair.ticket())).taken();
    }
}
