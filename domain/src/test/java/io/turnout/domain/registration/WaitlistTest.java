package io.turnout.domain.registration;

import static io.turnout.domain.registration.Givens.ACME;
import static io.turnout.domain.registration.Givens.AT_WORKSHOP;
import static io.turnout.domain.registration.Givens.BENCHES;
import static io.turnout.domain.registration.Givens.FAIR;
import static io.turnout.domain.registration.Givens.HALL;
import static io.turnout.domain.registration.Givens.NOON;
import static io.turnout.domain.registration.Givens.PLAIN;
import static io.turnout.domain.registration.Givens.hall;
import static io.turnout.domain.registration.Givens.room;
import static io.turnout.domain.registration.Givens.standing;
import static io.turnout.domain.registration.Givens.uncounted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.domain.event.EventStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitlistTest {
    private static final Line LINE_OF_TWO = new Line(2, 3, false);

    private static RegistrationRequest patient(List<Place> places) {
        RegistrationRequest plain = Givens.request(places);
        return new RegistrationRequest(
                ACME,
                FAIR,
                plain.key(),
                plain.id(),
                plain.attendees(),
                Optional.empty(),
                IfFull.WAIT);
    }

    private static RegistrationRequest patient(int size) {
        return patient(Collections.nCopies(size, PLAIN));
    }

    private static Standing before(Standing s, Line line) {
        return new Standing(
                s.now(),
                s.offer(),
                s.license(),
                s.rooms(),
                s.earlier(),
                s.hold(),
                s.registration(),
                line);
    }

    private static Waiter waiter(int id, Place... places) {
        return new Waiter(new RegistrationId(new UUID(3, id)), Demand.of(FAIR, List.of(places)));
    }

    private static Registration offered(int size) {
        return Givens.registration(Givens.group(size)).offered(NOON.plusSeconds(1));
    }

    @Test
    void the_last_place_in_line_is_taken_and_then_it_is_sold_out() {
        Standing full = hall(6, 0, 6);

        Decision last = Admission.decide(patient(1), before(full, LINE_OF_TWO));
        Decision next = Admission.decide(patient(1), before(full, new Line(3, 3, false)));

        assertThat(last)
                .isInstanceOfSatisfying(
                        Decision.Waitlisted.class,
                        one ->
                                assertThat(one.registration().waiting())
                                        .isEqualTo(new Waiting.InLine(3)));
        assertThat(next).isEqualTo(new Decision.Full(HALL, 0));
    }

    @Test
    void whoever_fits_comes_in_though_others_wait_unless_their_line_is_due() {
        Standing open = hall(6, 0, 5);

        assertThat(Admission.decide(patient(1), before(open, LINE_OF_TWO)))
                .isInstanceOf(Decision.Admitted.class);
        assertThat(Admission.decide(Givens.group(1), before(open, new Line(2, 3, true))))
                .isEqualTo(new Decision.Full(HALL, 0));
        assertThat(Admission.decide(patient(1), before(open, new Line(2, 3, true))))
                .isInstanceOf(Decision.Waitlisted.class);
    }

    @Test
    void a_hold_is_used_though_the_line_is_due() {
        Standing due = before(hall(6, 2, 4), new Line(2, 3, true));
        RegistrationRequest plain = Givens.group(2);
        Hold hold = Givens.hold(2);
        RegistrationRequest request =
                new RegistrationRequest(
                        ACME,
                        FAIR,
                        plain.key(),
                        plain.id(),
                        plain.attendees(),
                        Optional.of(hold.id()));

        assertThat(Admission.decide(request, due.holding(Optional.of(hold))))
                .isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void a_group_waits_for_a_room_of_its_size_and_not_for_a_smaller_one() {
        assertThat(Admission.decide(patient(6), before(hall(6, 0, 1), LINE_OF_TWO)))
                .isInstanceOf(Decision.Waitlisted.class);
        assertThat(Admission.decide(patient(7), before(hall(6, 0, 1), LINE_OF_TWO)))
                .isEqualTo(new Decision.Full(HALL, 5));
    }

    @Test
    void seats_go_to_the_first_for_whom_they_suffice_at_all_levels() {
        Standing standing =
                standing(
                        room(HALL, 6, 0, 4),
                        uncounted(Givens.TICKETS, 0, 4),
                        room(BENCHES, 1, 0, 1));
        Waiter three = waiter(1, PLAIN, PLAIN, PLAIN);
        Waiter workshop = waiter(2, AT_WORKSHOP);
        Waiter two = waiter(3, PLAIN, PLAIN);
        Waiter one = waiter(4, PLAIN);

        Promotion promotion =
                Waitlist.promote(List.of(three, workshop, two, one), standing.rooms());

        assertThat(promotion.offered()).containsExactly(two);
        assertThat(promotion.capacities())
                .containsExactlyInAnyOrder(room(HALL, 6, 2, 4), uncounted(Givens.TICKETS, 2, 4));
    }

    @Test
    void an_offer_is_accepted_until_it_ends_and_not_at_that_moment() {
        Registration offered = offered(2);
        AcceptRequest request = new AcceptRequest(ACME, offered.id());
        Standing held = Givens.keeping(hall(6, 2, 4), offered);
        Registration ended = Givens.registration(Givens.group(2)).offered(NOON);

        assertThat(Acceptance.decide(request, held))
                .isInstanceOfSatisfying(
                        AcceptDecision.Accepted.class,
                        yes -> assertThat(yes.capacities()).contains(room(HALL, 6, 0, 6)));
        assertThat(Acceptance.decide(request, Givens.keeping(hall(6, 2, 4), ended)))
                .isEqualTo(new AcceptDecision.NothingOffered(ended));
    }

    @Test
    void a_declined_offer_frees_what_was_held_for_it() {
        Registration offered = offered(2);

        CancelDecision decision =
                Cancellation.decide(
                        new CancelRequest(ACME, offered.id()),
                        Givens.keeping(hall(6, 2, 4), offered));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        CancelDecision.Cancelled.class,
                        gone -> assertThat(gone.capacities()).contains(room(HALL, 6, 0, 4)));
    }

    @Test
    void an_offer_runs_for_a_day_a_quarter_of_the_time_left_or_a_quarter_of_an_hour() {
        assertThat(lifeBefore(Duration.ofDays(4))).isEqualTo(Duration.ofHours(24));
        assertThat(lifeBefore(Duration.ofHours(8))).isEqualTo(Duration.ofHours(2));
        assertThat(lifeBefore(Duration.ofMinutes(20))).isEqualTo(Duration.ofMinutes(15));
        assertThat(lifeBefore(Duration.ZERO)).isEqualTo(Duration.ofMinutes(15));
        Offer ending = new Offer(EventStatus.PUBLISHED, NOON, NOON.plusSeconds(60));
        assertThat(WaitlistRule.USUAL.until(ending, NOON)).isEqualTo(NOON.plusSeconds(60));
    }

    private static Duration lifeBefore(Duration start) {
        Offer event =
                new Offer(
                        EventStatus.PUBLISHED,
                        NOON.plus(start),
                        NOON.plus(start).plusSeconds(3_600));
        return Duration.between(NOON, WaitlistRule.USUAL.until(event, NOON));
    }

    @Test
    void what_cannot_be_is_refused() {
        Registration kept = Givens.registration(Givens.group(1));

        assertThatThrownBy(() -> new WaitlistRule(-1, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WaitlistRule(1, Duration.ofMinutes(14)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Registration(
                                        kept.id(),
                                        kept.org(),
                                        kept.event(),
                                        kept.seats(),
                                        NOON,
                                        RegistrationStatus.OFFERED,
                                        DeliveryState.PENDING,
                                        new Waiting.Over()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
