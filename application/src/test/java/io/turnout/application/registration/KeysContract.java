package io.turnout.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every book promises of idempotency keys: a repeat is harmless, a reuse is refused.
public abstract class KeysContract {
    private Storage storage;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
    }

    @Test
    void a_repeat_is_answered_with_the_first_registration_and_takes_no_seat() {
        Fair fair = Fair.of(storage, 2);
        RegistrationRequest request = fair.group(2);
        Registration first = fair.admit(request);

        Decision repeat = fair.register(fair.again(request));

        assertThat(repeat).isInstanceOf(Decision.Repeated.class);
        Registration earlier = ((Decision.Repeated) repeat).earlier();
        assertThat(earlier.id()).isEqualTo(first.id());
        assertThat(earlier.seats()).isEqualTo(first.seats());
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(2);
    }

    @Test
    void a_repeat_is_recognised_though_the_event_is_closed_and_the_licence_gone() {
        Fair fair = Fair.of(storage, 2);
        RegistrationRequest request = fair.group(2);
        Registration first = fair.admit(request);
        fair.license(LicenseStatus.EXPIRED);
        fair.withdraw();

        Decision repeat = fair.register(fair.again(request));

        assertThat(repeat)
                .isInstanceOfSatisfying(
                        Decision.Repeated.class,
                        known -> assertThat(known.earlier().id()).isEqualTo(first.id()));
    }

    @Test
    void a_key_that_was_given_to_another_request_is_refused() {
        Fair fair = Fair.of(storage, 6);
        RegistrationRequest first = fair.group(1);
        Registration kept = fair.admit(first);

        Decision more =
                fair.register(
                        fair.request(
                                first.key(),
                                List.of(fair.place(), fair.place()),
                                Optional.empty()));
        Decision elsewhere =
                fair.register(
                        fair.request(
                                first.key(), List.of(fair.placeAtWorkshop()), Optional.empty()));

        assertThat(more).isEqualTo(new Decision.KeyReused());
        assertThat(elsewhere).isEqualTo(new Decision.KeyReused());
        assertThat(fair.find(kept.id()).seats()).isEqualTo(kept.seats());
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(1);
    }

    @Test
    void a_key_of_one_event_is_refused_at_another() {
        Fair fair = Fair.of(storage, 6);
        Fair second = fair.second(6);
        RegistrationRequest first = fair.group(1);
        assertThat(fair.admit(first).event()).isEqualTo(fair.event());

        Decision decision = second.register(sameKey(second, first));

        assertThat(decision).isEqualTo(new Decision.KeyReused());
        assertThat(second.room(second.hall()).taken()).isZero();
    }

    @Test
    void a_key_of_one_org_means_nothing_to_another() {
        Fair fair = Fair.of(storage, 6);
        Fair other = Fair.of(storage, 6);
        RegistrationRequest request = fair.group(1);
        Registration here = fair.admit(request);

        Registration there = other.admit(sameKey(other, request));

        assertThat(there.id()).isNotEqualTo(here.id());
        assertThat(other.room(other.hall()).taken()).isEqualTo(1);
    }

    @Test
    void a_refused_key_may_be_used_again() {
        Fair fair = Fair.of(storage, 0);
        RegistrationRequest request = fair.group(1);
        assertThat(fair.register(request)).isInstanceOf(Decision.Full.class);
        fair.reseat(2, 1);

        assertThat(fair.register(fair.again(request))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void a_repeat_of_what_was_cancelled_since_does_not_bring_it_back() {
        Fair fair = Fair.of(storage, 6);
        RegistrationRequest request = fair.group(2);
        assertThat(fair.cancel(fair.admit(request).id()))
                .isInstanceOf(CancelDecision.Cancelled.class);

        Decision repeat = fair.register(fair.again(request));

        assertThat(repeat)
                .isInstanceOfSatisfying(
                        Decision.Repeated.class,
                        known ->
                                assertThat(known.earlier().status())
                                        .isEqualTo(RegistrationStatus.CANCELLED));
        assertThat(fair.room(fair.hall()).taken()).isZero();
    }

    private static RegistrationRequest sameKey(Fair fair, RegistrationRequest other) {
        return fair.request(other.key(), List.of(fair.place()), Optional.empty());
    }
}
