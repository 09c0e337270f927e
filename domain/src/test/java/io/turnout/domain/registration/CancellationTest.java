package io.turnout.domain.registration;

import static io.turnout.domain.registration.Givens.ACME;
import static io.turnout.domain.registration.Givens.HALL;
import static io.turnout.domain.registration.Givens.TICKETS;
import static io.turnout.domain.registration.Givens.group;
import static io.turnout.domain.registration.Givens.hall;
import static io.turnout.domain.registration.Givens.keeping;
import static io.turnout.domain.registration.Givens.offering;
import static io.turnout.domain.registration.Givens.registration;
import static io.turnout.domain.registration.Givens.room;
import static io.turnout.domain.registration.Givens.uncounted;
import static io.turnout.domain.registration.Givens.unlicensed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private static final Registration PAIR = registration(group(2));
    private static final CancelRequest CANCEL = new CancelRequest(ACME, PAIR.id());

    @Test
    void a_cancel_frees_the_seats_in_every_room() {
        CancelDecision decision = Cancellation.decide(CANCEL, keeping(hall(6, 1, 5), PAIR));

        assertThat(decision)
                .isEqualTo(
                        new CancelDecision.Cancelled(
                                PAIR.cancelled(),
                                List.of(room(HALL, 6, 1, 3), uncounted(TICKETS, 1, 3))));
    }

    @Test
    void what_is_cancelled_is_not_cancelled_again() {
        Registration gone = PAIR.cancelled();

        assertThat(Cancellation.decide(CANCEL, keeping(hall(6, 0, 0), gone)))
                .isEqualTo(new CancelDecision.AlreadyCancelled(gone));
    }

    @Test
    void a_cancel_is_allowed_whatever_became_of_event_and_licence() {
        Standing bare = unlicensed(offering(hall(6, 0, 2), Optional.empty()));

        assertThat(Cancellation.decide(CANCEL, keeping(bare, PAIR)))
                .isInstanceOf(CancelDecision.Cancelled.class);
    }

    @Test
    void what_was_never_registered_cannot_be_cancelled() {
        assertThat(Cancellation.decide(CANCEL, hall(6, 0, 2)))
                .isEqualTo(new CancelDecision.UnknownRegistration(PAIR.id()));
    }

    @Test
    void a_cancelled_registration_is_owed_to_the_org_again() {
        assertThat(PAIR.cancelled().status()).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(PAIR.cancelled().delivery()).isEqualTo(DeliveryState.PENDING);
        assertThat(PAIR.cancelled().seats()).isEqualTo(PAIR.seats());
    }
}
