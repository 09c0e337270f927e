package io.turnout.domain.registration;

import static io.turnout.domain.registration.Givens.ACME;
import static io.turnout.domain.registration.Givens.FAIR;
import static io.turnout.domain.registration.Givens.HALL;
import static io.turnout.domain.registration.Givens.NOON;
import static io.turnout.domain.registration.Givens.OTHER_FAIR;
import static io.turnout.domain.registration.Givens.after;
import static io.turnout.domain.registration.Givens.group;
import static io.turnout.domain.registration.Givens.hall;
import static io.turnout.domain.registration.Givens.hold;
import static io.turnout.domain.registration.Givens.holdRequest;
import static io.turnout.domain.registration.Givens.holding;
import static io.turnout.domain.registration.Givens.registration;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final Optional<Ticket> CALLED =
            Optional.of(
                    new Ticket(new WaitingRoomId(ACME, FAIR, 1), 7, NOON, NOON.plus(Ticket.LIFE)));
    private static final MustWait OTHERS = new MustWait(MustWait.Cause.OTHERS_COME_FIRST);
    private static final MustWait USED = new MustWait(MustWait.Cause.TICKET_USED);

    @Test
    void who_has_no_called_ticket_waits() {
        assertThat(Turnstile.decide(group(1), hall(6, 0, 0))).isEqualTo(OTHERS);
        assertThat(Turnstile.decide(holdRequest(1), hall(6, 0, 0))).isEqualTo(OTHERS);
    }

    @Test
    void a_called_ticket_lets_in_once() {
        Standing fresh = hall(6, 0, 0);
        Standing used = after(fresh, new Earlier.TicketUsed());

        assertThat(Turnstile.decide(group(2).with(CALLED), fresh))
                .isInstanceOf(Decision.Admitted.class);
        assertThat(Turnstile.decide(group(2).with(CALLED), used)).isEqualTo(USED);
        assertThat(Turnstile.decide(holdRequest(2).with(CALLED), fresh))
                .isInstanceOf(HoldDecision.Held.class);
        assertThat(Turnstile.decide(holdRequest(2).with(CALLED), used)).isEqualTo(USED);
    }

    @Test
    void nobody_waits_for_a_no_or_for_what_is_kept() {
        RegistrationRequest request = group(1);
        Earlier kept = new Earlier.SameRegistration(registration(request));

        assertThat(Turnstile.decide(request, after(hall(6, 0, 6), kept)))
                .isInstanceOf(Decision.Repeated.class);
        assertThat(Turnstile.decide(request, hall(6, 0, 6))).isEqualTo(new Decision.Full(HALL, 0));
    }

    @Test
    void a_running_hold_of_the_event_comes_in_with_a_used_ticket_or_none() {
        Standing running = holding(hall(6, 2, 0), hold(2));
        Standing used = after(running, new Earlier.TicketUsed());
        Standing over = holding(hall(6, 2, 0), hold(FAIR, 2, NOON, HoldStatus.ACTIVE));
        Standing elsewhere =
                holding(
                        hall(6, 2, 0),
                        hold(OTHER_FAIR, 2, NOON.plusSeconds(60), HoldStatus.ACTIVE));

        assertThat(Turnstile.decide(group(2), running)).isInstanceOf(Decision.Admitted.class);
        assertThat(Turnstile.decide(group(2).with(CALLED), used))
                .isInstanceOf(Decision.Admitted.class);
        assertThat(Turnstile.decide(group(2), over)).isEqualTo(OTHERS);
        assertThat(Turnstile.decide(group(2), elsewhere)).isEqualTo(OTHERS);
    }
}
