package io.turnout.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.MustWait;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Turnstile;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every book promises of the tickets of waiting rooms.
public abstract class TicketsContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final MustWait OTHERS = new MustWait(MustWait.Cause.OTHERS_COME_FIRST);
    private static final MustWait USED = new MustWait(MustWait.Cause.TICKET_USED);

    private Storage storage;
    private Fair fair;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        fair = Fair.of(storage, 60);
    }

    private Optional<Ticket> ticket(long epoch, long number) {
        return Optional.of(
                new Ticket(
                        new WaitingRoomId(fair.org(), fair.event(), epoch),
                        number,
                        NOON,
                        NOON.plus(Ticket.LIFE)));
    }

    private Decision register(RegistrationRequest request) {
        return storage.book().decide(request, standing -> Turnstile.decide(request, standing));
    }

    private Decision recall(RegistrationRequest request) {
        return storage.book().recall(request, standing -> Turnstile.decide(request, standing));
    }

    private HoldDecision hold(HoldRequest request) {
        return storage.book().hold(request, standing -> Turnstile.decide(request, standing));
    }

    @Test
    void a_ticket_lets_one_in_however_many_come_by_it_at_once() {
        List<Decision> decisions = Race.of(40, i -> register(fair.group(1).with(ticket(1, i % 4))));

        assertThat(Race.count(decisions, Decision.Admitted.class)).isEqualTo(4);
        assertThat(decisions.stream().filter(USED::equals)).hasSize(36);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(4);
    }

    @Test
    void the_same_number_of_the_next_opening_is_another_ticket() {
        assertThat(register(fair.group(1).with(ticket(1, 7))))
                .isInstanceOf(Decision.Admitted.class);

        assertThat(register(fair.group(1).with(ticket(1, 7)))).isEqualTo(USED);
        assertThat(register(fair.group(1).with(ticket(2, 7))))
                .isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void a_repeat_of_who_came_in_by_a_ticket_is_answered_with_and_without_it() {
        RegistrationRequest request = fair.group(2);
        assertThat(register(request.with(ticket(1, 7)))).isInstanceOf(Decision.Admitted.class);

        assertThat(register(fair.again(request).with(ticket(1, 7))))
                .isInstanceOf(Decision.Repeated.class);
        assertThat(recall(fair.again(request))).isInstanceOf(Decision.Repeated.class);
    }

    @Test
    void who_was_refused_may_try_again_by_the_same_ticket() {
        RegistrationRequest _ = full();
        RegistrationRequest tooMany = fair.group(2).with(ticket(1, 7));

        assertThat(register(tooMany)).isInstanceOf(Decision.Full.class);

        assertThat(register(fair.group(1).with(ticket(1, 7))))
                .isInstanceOf(Decision.Admitted.class);
    }

    /// All seats but one are taken.
    private RegistrationRequest full() {
        var _ = fair.admit(fair.group(50));
        RegistrationRequest rest = fair.group(9);
        var _ = fair.admit(rest);
        return rest;
    }

    @Test
    void a_hold_uses_the_ticket_and_its_registration_needs_none() {
        HoldDecision decision = hold(fair.holdRequest(2).with(ticket(1, 7)));
        Hold hold = ((HoldDecision.Held) decision).hold();

        assertThat(hold(fair.holdRequest(2).with(ticket(1, 7)))).isEqualTo(USED);
        assertThat(register(fair.group(1).with(ticket(1, 7)))).isEqualTo(USED);
        assertThat(recall(fair.group(2, hold.id()))).isInstanceOf(Decision.Admitted.class);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(2);
        assertThat(fair.room(fair.hall()).held()).isZero();
    }

    @Test
    void a_holder_who_still_has_a_ticket_comes_in_with_it() {
        Hold hold = fair.held(2);

        assertThat(register(fair.group(2, hold.id()).with(ticket(1, 7))))
                .isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void who_must_wait_is_told_and_nothing_is_kept() {
        RegistrationRequest request = fair.group(1);
        HoldRequest holdRequest = fair.holdRequest(Ids.key(), 1);

        assertThat(recall(request)).isEqualTo(OTHERS);
        assertThat(
                        storage.book()
                                .recallHold(
                                        holdRequest,
                                        standing -> Turnstile.decide(holdRequest, standing)))
                .isEqualTo(OTHERS);

        assertThat(fair.room(fair.hall()).taken()).isZero();
        assertThat(fair.room(fair.hall()).held()).isZero();
        assertThat(register(fair.again(request).with(ticket(1, 7))))
                .isInstanceOf(Decision.Admitted.class);
    }
}
