package io.turnout.domain.registration;

import static io.turnout.domain.registration.Givens.ACME;
import static io.turnout.domain.registration.Givens.AT_WORKSHOP;
import static io.turnout.domain.registration.Givens.BENCHES;
import static io.turnout.domain.registration.Givens.FAIR;
import static io.turnout.domain.registration.Givens.HALL;
import static io.turnout.domain.registration.Givens.NOON;
import static io.turnout.domain.registration.Givens.OTHER_FAIR;
import static io.turnout.domain.registration.Givens.PLAIN;
import static io.turnout.domain.registration.Givens.TICKETS;
import static io.turnout.domain.registration.Givens.VIP;
import static io.turnout.domain.registration.Givens.VIPS;
import static io.turnout.domain.registration.Givens.after;
import static io.turnout.domain.registration.Givens.group;
import static io.turnout.domain.registration.Givens.hall;
import static io.turnout.domain.registration.Givens.hold;
import static io.turnout.domain.registration.Givens.holding;
import static io.turnout.domain.registration.Givens.offering;
import static io.turnout.domain.registration.Givens.registration;
import static io.turnout.domain.registration.Givens.request;
import static io.turnout.domain.registration.Givens.room;
import static io.turnout.domain.registration.Givens.standing;
import static io.turnout.domain.registration.Givens.uncounted;
import static io.turnout.domain.registration.Givens.unlicensed;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.event.EventStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static Decision decide(RegistrationRequest request, Standing standing) {
        return Admission.decide(request, standing);
    }

    private static Decision.Admitted admitted(RegistrationRequest request, Standing standing) {
        Decision decision = decide(request, standing);
        assertThat(decision).isInstanceOf(Decision.Admitted.class);
        return (Decision.Admitted) decision;
    }

    @Test
    void the_last_seat_is_given() {
        Decision.Admitted decision = admitted(group(1), hall(6, 0, 5));

        assertThat(decision.capacities())
                .containsExactlyInAnyOrder(room(HALL, 6, 0, 6), uncounted(TICKETS, 0, 6));
        assertThat(decision.registration()).isEqualTo(registration(group(1)));
        assertThat(decision.usedHold()).isEmpty();
    }

    @Test
    void nobody_enters_a_full_room() {
        assertThat(decide(group(1), hall(6, 0, 6))).isEqualTo(new Decision.Full(HALL, 0));
        assertThat(decide(group(1), hall(6, 2, 4))).isEqualTo(new Decision.Full(HALL, 0));
    }

    @Test
    void a_group_enters_whole_or_not_at_all() {
        assertThat(decide(group(3), hall(6, 0, 4))).isEqualTo(new Decision.Full(HALL, 2));
        assertThat(decide(group(2), hall(6, 0, 4))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void each_of_the_three_levels_can_refuse() {
        RegistrationRequest workshop = request(List.of(AT_WORKSHOP));

        assertThat(
                        decide(
                                workshop,
                                standing(
                                        room(HALL, 9, 0, 0),
                                        room(TICKETS, 1, 0, 1),
                                        room(BENCHES, 9, 0, 0))))
                .isEqualTo(new Decision.Full(TICKETS, 0));
        assertThat(
                        decide(
                                workshop,
                                standing(
                                        room(HALL, 9, 0, 0),
                                        room(TICKETS, 9, 0, 0),
                                        room(BENCHES, 1, 1, 0))))
                .isEqualTo(new Decision.Full(BENCHES, 0));
    }

    @Test
    void an_unknown_choice_is_told_before_a_full_room() {
        RegistrationRequest lost = request(List.of(PLAIN, new Place(VIP, List.of())));

        Decision decision = decide(lost, standing(room(HALL, 6, 0, 6), uncounted(TICKETS, 0, 6)));

        assertThat(decision).isEqualTo(new Decision.UnknownChoice(VIPS));
    }

    @Test
    void an_uncounted_room_admits_everybody_and_counts() {
        Decision.Admitted decision =
                admitted(group(50), standing(uncounted(HALL, 0, 9), uncounted(TICKETS, 0, 9)));

        assertThat(decision.capacities()).contains(uncounted(HALL, 0, 59));
    }

    @Test
    void without_an_active_licence_nobody_enters() {
        assertThat(decide(group(1), unlicensed(hall(6, 0, 0))))
                .isEqualTo(new Decision.Unlicensed(ACME));
    }

    @Test
    void an_event_is_open_until_the_moment_it_ends() {
        Standing until = offering(hall(6, 0, 0), offer(EventStatus.PUBLISHED, 1));
        Standing ended = offering(hall(6, 0, 0), offer(EventStatus.PUBLISHED, 0));
        Standing withdrawn = offering(hall(6, 0, 0), offer(EventStatus.WITHDRAWN, 1));

        assertThat(decide(group(1), until)).isInstanceOf(Decision.Admitted.class);
        assertThat(decide(group(1), ended)).isEqualTo(new Decision.Closed(FAIR));
        assertThat(decide(group(1), withdrawn)).isEqualTo(new Decision.Closed(FAIR));
        assertThat(decide(group(1), offering(ended, Optional.empty())))
                .isEqualTo(new Decision.UnknownEvent(FAIR));
    }

    private static Optional<Offer> offer(EventStatus status, int millisLeft) {
        return Optional.of(new Offer(status, NOON, NOON.plusMillis(millisLeft)));
    }

    @Test
    void a_repeat_is_recognised_before_anything_is_refused() {
        Registration earlier = registration(group(1));
        Standing worst = unlicensed(offering(hall(0, 0, 0), Optional.empty()));

        assertThat(decide(group(1), after(worst, new Earlier.SameRegistration(earlier))))
                .isEqualTo(new Decision.Repeated(earlier));
    }

    @Test
    void a_key_of_another_request_is_refused_even_where_there_is_room() {
        assertThat(decide(group(1), after(hall(6, 0, 0), new Earlier.Another())))
                .isEqualTo(new Decision.KeyReused());
        assertThat(decide(group(1), after(hall(6, 0, 0), new Earlier.SameHold(hold(1)))))
                .isEqualTo(new Decision.KeyReused());
    }

    @Test
    void held_seats_become_taken_ones() {
        Decision.Admitted decision = admitted(group(4), holding(hall(4, 4, 0), hold(4)));

        assertThat(decision.capacities())
                .containsExactlyInAnyOrder(room(HALL, 4, 0, 4), uncounted(TICKETS, 0, 4));
        assertThat(decision.usedHold()).contains(hold(4).ended(HoldStatus.USED));
    }

    @Test
    void leftovers_of_a_hold_are_free_again_in_every_room() {
        RegistrationRequest vip = request(List.of(new Place(VIP, List.of())));

        Decision.Admitted decision = admitted(vip, holding(hall(6, 4, 0), hold(4)));

        assertThat(decision.capacities())
                .containsExactlyInAnyOrder(
                        room(HALL, 6, 0, 1), uncounted(TICKETS, 0, 0), uncounted(VIPS, 0, 1));
    }

    @Test
    void what_exceeds_a_hold_is_new_demand() {
        assertThat(decide(group(5), holding(hall(6, 4, 1), hold(4))))
                .isInstanceOf(Decision.Admitted.class);
        assertThat(decide(group(5), holding(hall(6, 4, 2), hold(4))))
                .isEqualTo(new Decision.Full(HALL, 0));
    }

    @Test
    void a_running_hold_is_honoured_in_a_room_that_is_over() {
        Standing over = holding(hall(3, 4, 2), hold(4));

        assertThat(decide(group(4), over)).isInstanceOf(Decision.Admitted.class);
        assertThat(decide(group(5), over)).isEqualTo(new Decision.Full(HALL, 0));
    }

    @Test
    void a_running_hold_is_honoured_under_a_lapsed_licence_as_far_as_it_reaches() {
        Standing lapsed = unlicensed(holding(hall(9, 4, 0), hold(4)));

        assertThat(decide(group(4), lapsed)).isInstanceOf(Decision.Admitted.class);
        assertThat(decide(group(5), lapsed)).isEqualTo(new Decision.Unlicensed(ACME));
    }

    @Test
    void a_hold_promises_nothing_from_the_moment_it_expires() {
        Hold expired = hold(FAIR, 4, NOON, HoldStatus.ACTIVE);
        Hold running = hold(FAIR, 4, NOON.plusMillis(1), HoldStatus.ACTIVE);

        assertThat(decide(group(4), holding(hall(3, 4, 0), running)))
                .isInstanceOf(Decision.Admitted.class);
        assertThat(decide(group(4), holding(hall(3, 4, 0), expired)))
                .isInstanceOf(Decision.Full.class);
        assertThat(decide(group(4), unlicensed(holding(hall(9, 4, 0), expired))))
                .isEqualTo(new Decision.Unlicensed(ACME));
    }

    @Test
    void an_expired_hold_that_still_counts_is_ended_by_its_use() {
        Hold expired = hold(FAIR, 4, NOON, HoldStatus.ACTIVE);

        Decision.Admitted decision = admitted(group(3), holding(hall(3, 4, 0), expired));

        assertThat(decision.capacities()).contains(room(HALL, 3, 0, 3));
        assertThat(decision.usedHold()).isPresent();
    }

    @Test
    void a_hold_that_ended_or_is_of_another_event_counts_as_none() {
        Hold used = hold(FAIR, 4, NOON.plusSeconds(60), HoldStatus.USED);
        Hold elsewhere = hold(OTHER_FAIR, 4, NOON.plusSeconds(60), HoldStatus.ACTIVE);

        for (Hold none : List.of(used, elsewhere)) {
            assertThat(decide(group(1), holding(hall(6, 4, 2), none)))
                    .isEqualTo(new Decision.Full(HALL, 0));
            assertThat(admitted(group(1), holding(hall(6, 4, 1), none)).usedHold()).isEmpty();
        }
    }
}
