package io.turnout.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Relay;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.TendRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every book promises of seats that are offered to one who waited.
public abstract class OffersContract {
    private static final Duration A_DAY_AND_A_BIT = Duration.ofHours(25);
    private static final int MANY = 10_000;

    private Storage storage;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
    }

    @Test
    void who_accepts_has_the_seat_and_accepts_once() {
        Fair fair = Fair.of(storage, 1);
        RegistrationId waiting = offered(fair);

        AcceptDecision accepted = fair.accept(waiting);

        assertThat(accepted).isInstanceOf(AcceptDecision.Accepted.class);
        assertThat(fair.accept(waiting)).isInstanceOf(AcceptDecision.AlreadyConfirmed.class);
        assertThat(fair.status(waiting)).isEqualTo(RegistrationStatus.CONFIRMED);
        assertThat(fair.find(waiting).delivery()).isEqualTo(DeliveryState.PENDING);
        assertCounts(fair, 0, 1);
    }

    private static RegistrationId offered(Fair fair) {
        Registration seated = fair.admit(fair.group(1));
        RegistrationId waiting = fair.inLine(fair.patient(1));
        assertThat(fair.cancel(seated.id())).isInstanceOf(CancelDecision.Cancelled.class);
        assertThat(fair.status(waiting)).isEqualTo(RegistrationStatus.OFFERED);
        return waiting;
    }

    @Test
    void nobody_accepts_what_was_not_offered() {
        Fair fair = Fair.of(storage, 1);
        var _ = fair.admit(fair.group(1));
        RegistrationId waiting = fair.inLine(fair.patient(1));
        RegistrationId nobody = fair.group(1).id();

        assertThat(fair.accept(waiting)).isInstanceOf(AcceptDecision.NothingOffered.class);
        assertThat(fair.accept(nobody)).isEqualTo(new AcceptDecision.UnknownRegistration(nobody));
        assertCounts(fair, 0, 1);
    }

    @Test
    void an_offer_that_is_declined_goes_to_the_next() {
        Fair fair = Fair.of(storage, 1);
        RegistrationId first = offered(fair);
        RegistrationId second = fair.inLine(fair.patient(1));

        assertThat(fair.cancel(first)).isInstanceOf(CancelDecision.Cancelled.class);

        assertThat(fair.status(first)).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(fair.status(second)).isEqualTo(RegistrationStatus.OFFERED);
        assertThat(fair.cancel(first)).isInstanceOf(CancelDecision.AlreadyCancelled.class);
        assertCounts(fair, 1, 0);
    }

    @Test
    void an_offer_that_nobody_took_ends_and_goes_to_the_next() {
        Fair fair = Fair.of(storage, 1);
        RegistrationId first = offered(fair);
        RegistrationId second = fair.inLine(fair.patient(1));
        TendRequest line = new TendRequest(fair.org(), fair.event());
        assertThat(storage.book().untended(MANY)).filteredOn(line::equals).hasSizeLessThan(2);

        storage.elapse(A_DAY_AND_A_BIT);

        assertThat(fair.accept(first)).isInstanceOf(AcceptDecision.NothingOffered.class);
        assertThat(storage.book().untended(MANY)).contains(line);
        var _ = fair.tend();
        assertThat(fair.status(first)).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(fair.status(second)).isEqualTo(RegistrationStatus.OFFERED);
        assertCounts(fair, 1, 0);
    }

    @Test
    void the_last_offer_that_nobody_took_frees_its_seat_for_whoever_comes() {
        Fair fair = Fair.of(storage, 1);
        RegistrationId last = offered(fair);
        storage.elapse(A_DAY_AND_A_BIT);

        var _ = fair.tend();

        assertThat(fair.status(last)).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(storage.book().untended(MANY))
                .doesNotContain(new TendRequest(fair.org(), fair.event()));
        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void nobody_is_offered_seats_of_a_closed_event_or_without_a_licence() {
        Fair fair = Fair.of(storage, 1);
        Registration seated = fair.admit(fair.group(1));
        RegistrationId waiting = fair.inLine(fair.patient(1));
        fair.license(LicenseStatus.EXPIRED);

        assertThat(fair.cancel(seated.id())).isInstanceOf(CancelDecision.Cancelled.class);
        assertThat(fair.status(waiting)).isEqualTo(RegistrationStatus.WAITLISTED);
        fair.license(LicenseStatus.ACTIVE);
        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Full.class);

        assertThat(fair.status(waiting)).isEqualTo(RegistrationStatus.OFFERED);
        fair.withdraw();
        assertThat(fair.accept(waiting)).isEqualTo(new AcceptDecision.Closed(fair.event()));
    }

    @Test
    void an_offer_stands_though_the_licence_lapsed_and_the_seats_were_lowered() {
        Fair fair = Fair.of(storage, 1);
        RegistrationId waiting = offered(fair);
        fair.license(LicenseStatus.EXPIRED);
        fair.reseat(2, 0);

        assertThat(fair.accept(waiting)).isInstanceOf(AcceptDecision.Accepted.class);
        assertCounts(fair, 0, 1);
    }

    @Test
    void the_org_hears_of_an_offer_and_of_what_became_of_it_and_of_nobody_in_line() {
        Fair fair = Fair.of(storage, 1);
        RegistrationId taken = offered(fair);
        var _ = fair.inLine(fair.patient(1));

        assertThat(owed(fair)).containsOnly("CANCELLED 2", "OFFERED 1");
        assertThat(fair.accept(taken)).isInstanceOf(AcceptDecision.Accepted.class);

        assertThat(owed(fair)).containsOnly("CONFIRMED 2");
        assertThat(fair.find(taken).delivery()).isEqualTo(DeliveryState.SENT);
    }

    /// What is owed now, in words; it is sent by that.
    private List<String> owed(Fair fair) {
        storage.elapse(Duration.ofMinutes(1));
        List<String> words = new ArrayList<>();
        Optional<Batch> batch = Relay.take(storage, fair, BatchRule.USUAL);
        while (batch.isPresent()) {
            batch.get().attendees().forEach(row -> words.add(row.status() + " " + row.version()));
            storage.outbox().settle(batch.get(), Relay.sent(batch.get()));
            batch = Relay.take(storage, fair, BatchRule.USUAL);
        }
        return words;
    }

    private static void assertCounts(Fair fair, int held, int taken) {
        assertThat(fair.room(fair.hall()).held()).as("held").isEqualTo(held);
        assertThat(fair.room(fair.hall()).taken()).as("taken").isEqualTo(taken);
    }
}
