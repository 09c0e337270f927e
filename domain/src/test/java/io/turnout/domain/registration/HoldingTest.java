package io.turnout.domain.registration;

import static io.turnout.domain.registration.Givens.ACME;
import static io.turnout.domain.registration.Givens.FAIR;
import static io.turnout.domain.registration.Givens.HALL;
import static io.turnout.domain.registration.Givens.NOON;
import static io.turnout.domain.registration.Givens.TICKETS;
import static io.turnout.domain.registration.Givens.after;
import static io.turnout.domain.registration.Givens.group;
import static io.turnout.domain.registration.Givens.hall;
import static io.turnout.domain.registration.Givens.hold;
import static io.turnout.domain.registration.Givens.holdRequest;
import static io.turnout.domain.registration.Givens.holding;
import static io.turnout.domain.registration.Givens.offering;
import static io.turnout.domain.registration.Givens.registration;
import static io.turnout.domain.registration.Givens.room;
import static io.turnout.domain.registration.Givens.standing;
import static io.turnout.domain.registration.Givens.uncounted;
import static io.turnout.domain.registration.Givens.unlicensed;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.event.EventStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldingTest {
    private static final ReleaseRequest RELEASE = new ReleaseRequest(ACME, hold(2).id());

    private static HoldDecision decide(HoldRequest request, Standing standing) {
        return Holding.decide(request, standing);
    }

    @Test
    void seats_are_held_for_ten_minutes() {
        HoldDecision decision = decide(holdRequest(2), hall(6, 1, 3));

        Hold held = hold(FAIR, 2, NOON.plus(Hold.LIFE), HoldStatus.ACTIVE);
        assertThat(decision)
                .isEqualTo(
                        new HoldDecision.Held(
                                held, List.of(room(HALL, 6, 3, 3), uncounted(TICKETS, 3, 3))));
    }

    @Test
    void nobody_holds_more_than_there_is() {
        assertThat(decide(holdRequest(2), hall(6, 1, 3))).isInstanceOf(HoldDecision.Held.class);
        assertThat(decide(holdRequest(3), hall(6, 1, 3))).isEqualTo(new HoldDecision.Full(HALL, 2));
    }

    @Test
    void nobody_holds_where_nobody_may_register() {
        Offer withdrawn = new Offer(EventStatus.WITHDRAWN, NOON, NOON.plusSeconds(1));
        Offer over = new Offer(EventStatus.PUBLISHED, NOON, NOON);

        assertThat(decide(holdRequest(1), unlicensed(hall(6, 0, 0))))
                .isEqualTo(new HoldDecision.Unlicensed(ACME));
        assertThat(decide(holdRequest(1), offering(hall(6, 0, 0), Optional.of(withdrawn))))
                .isEqualTo(new HoldDecision.Closed(FAIR));
        assertThat(decide(holdRequest(1), offering(hall(6, 0, 0), Optional.of(over))))
                .isEqualTo(new HoldDecision.Closed(FAIR));
        assertThat(decide(holdRequest(1), offering(hall(6, 0, 0), Optional.empty())))
                .isEqualTo(new HoldDecision.UnknownEvent(FAIR));
        assertThat(decide(holdRequest(1), standing(room(HALL, 6, 0, 0))))
                .isEqualTo(new HoldDecision.UnknownChoice(TICKETS));
    }

    @Test
    void an_unknown_choice_is_told_before_a_full_room() {
        assertThat(decide(holdRequest(1), standing(room(HALL, 6, 0, 6))))
                .isEqualTo(new HoldDecision.UnknownChoice(TICKETS));
    }

    @Test
    void a_repeat_is_the_earlier_hold_and_a_reuse_is_refused() {
        Standing none = hall(0, 0, 0);

        assertThat(decide(holdRequest(2), after(none, new Earlier.SameHold(hold(2)))))
                .isEqualTo(new HoldDecision.Repeated(hold(2)));
        assertThat(decide(holdRequest(2), after(none, new Earlier.Another())))
                .isEqualTo(new HoldDecision.KeyReused());
        Earlier group = new Earlier.SameRegistration(registration(group(1)));
        assertThat(decide(holdRequest(2), after(none, group)))
                .isEqualTo(new HoldDecision.KeyReused());
    }

    @Test
    void a_released_hold_frees_its_seats() {
        ReleaseDecision decision = Holding.release(RELEASE, holding(hall(6, 3, 3), hold(2)));

        assertThat(decision)
                .isEqualTo(
                        new ReleaseDecision.Released(
                                hold(2).ended(HoldStatus.RELEASED),
                                List.of(room(HALL, 6, 1, 3), uncounted(TICKETS, 1, 3))));
    }

    @Test
    void what_ended_does_not_end_again() {
        for (HoldStatus how : List.of(HoldStatus.USED, HoldStatus.RELEASED, HoldStatus.EXPIRED)) {
            Hold ended = hold(2).ended(how);

            assertThat(Holding.release(RELEASE, holding(hall(6, 0, 0), ended)))
                    .isEqualTo(new ReleaseDecision.AlreadyEnded(ended));
        }
    }

    @Test
    void an_unknown_hold_is_not_released() {
        assertThat(Holding.release(RELEASE, hall(6, 0, 0)))
                .isEqualTo(new ReleaseDecision.UnknownHold(RELEASE.hold()));
    }

    @Test
    void a_hold_expires_at_its_time_and_not_before() {
        Hold running = hold(FAIR, 2, NOON.plusMillis(1), HoldStatus.ACTIVE);
        Hold due = hold(FAIR, 2, NOON, HoldStatus.ACTIVE);

        assertThat(Holding.expire(RELEASE, holding(hall(6, 2, 0), running)))
                .isEqualTo(new ReleaseDecision.StillRunning(running));
        assertThat(Holding.expire(RELEASE, holding(hall(6, 2, 0), due)))
                .isInstanceOfSatisfying(
                        ReleaseDecision.Released.class,
                        released ->
                                assertThat(released.hold().status()).isEqualTo(HoldStatus.EXPIRED));
    }
}
