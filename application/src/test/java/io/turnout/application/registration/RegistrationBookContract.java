package io.turnout.application.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.EventId;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.registration.Admission;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every book promises of one request after another.
public abstract class RegistrationBookContract {
    private static final Seats SIX = Fair.seats(6);

    private Storage storage;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
    }

    @Test
    void a_look_keeps_nothing_and_knows_what_was_kept() {
        Fair fair = Fair.of(storage, SIX, SIX, SIX);
        RegistrationRequest request = fair.group(2);

        Decision before = storage.book().look(request, s -> Admission.decide(request, s));
        boolean kept = storage.book().find(fair.org(), request.id()).isPresent();
        var _ = fair.admit(request);
        RegistrationRequest again = fair.again(request);
        Decision after = storage.book().look(again, s -> Admission.decide(again, s));

        assertThat(before).isInstanceOf(Decision.Admitted.class);
        assertThat(kept).isFalse();
        assertThat(after).isInstanceOf(Decision.Repeated.class);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(2);
    }

    @Test
    void who_is_admitted_is_kept_counted_and_pending() {
        Fair fair = Fair.of(storage, SIX, SIX, SIX);
        RegistrationRequest request =
                fair.request(
                        Ids.key(), List.of(fair.place(), fair.placeAtWorkshop()), Optional.empty());

        Registration admitted = fair.admit(request);

        Registration kept = fair.find(request.id());
        assertThat(kept.id()).isEqualTo(admitted.id()).isEqualTo(request.id());
        assertThat(kept.event()).isEqualTo(fair.event());
        assertThat(kept.seats()).containsExactlyElementsOf(request.seats());
        assertThat(kept.status()).isEqualTo(RegistrationStatus.CONFIRMED);
        assertThat(kept.delivery()).isEqualTo(DeliveryState.PENDING);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(2);
        assertThat(fair.room(RoomId.of(fair.ticket())).taken()).isEqualTo(2);
        assertThat(fair.room(RoomId.of(fair.vip())).taken()).isZero();
        assertThat(fair.room(RoomId.of(fair.workshop())).taken()).isEqualTo(1);
    }

    @Test
    void nothing_is_kept_of_an_unknown_registration_or_for_another_org() {
        Fair fair = Fair.of(storage, 6);
        Fair other = Fair.of(storage, 6);
        Registration kept = fair.admit(fair.group(1));

        assertThat(storage.book().find(other.org(), kept.id())).isEmpty();
        assertThat(storage.book().find(fair.org(), new RegistrationId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void the_last_seat_is_given_and_the_next_is_not() {
        Fair fair = Fair.of(storage, 6);
        var _ = fair.admit(fair.group(5));

        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
        assertThat(fair.register(fair.group(1))).isEqualTo(new Decision.Full(fair.hall(), 0));
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(6);
    }

    @Test
    void a_full_item_refuses_though_the_hall_has_room() {
        Fair fair = Fair.of(storage, SIX, Fair.seats(1), Fair.UNCOUNTED);
        var _ = fair.admit(fair.group(1));

        Decision decision = fair.register(fair.group(1));

        assertThat(decision).isEqualTo(new Decision.Full(RoomId.of(fair.ticket()), 0));
        assertThat(fair.register(fair.one(new Place(fair.vip(), List.of()))))
                .isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void a_full_session_refuses_though_hall_and_item_have_room() {
        Fair fair = Fair.of(storage, SIX, SIX, Fair.seats(1));
        var _ = fair.admit(fair.one(fair.placeAtWorkshop()));

        Decision decision = fair.register(fair.one(fair.placeAtWorkshop()));

        assertThat(decision).isEqualTo(new Decision.Full(RoomId.of(fair.workshop()), 0));
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(1);
        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void a_group_comes_in_whole_or_not_at_all() {
        Fair fair = Fair.of(storage, 6);
        var _ = fair.admit(fair.group(4));
        RegistrationRequest three = fair.group(3);

        assertThat(fair.register(three)).isEqualTo(new Decision.Full(fair.hall(), 2));
        assertThat(storage.book().find(fair.org(), three.id())).isEmpty();
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(4);
        assertThat(fair.room(RoomId.of(fair.ticket())).taken()).isEqualTo(4);
        assertThat(fair.register(fair.group(2))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void an_uncounted_room_admits_every_group_and_still_counts() {
        Fair fair = Fair.of(storage, Fair.UNCOUNTED, Fair.UNCOUNTED, Fair.UNCOUNTED);

        var _ = fair.admit(fair.group(50));
        var _ = fair.admit(fair.group(50));

        assertThat(fair.room(fair.hall()).taken()).isEqualTo(100);
        assertThat(fair.room(fair.hall()).remaining()).isEmpty();
    }

    @Test
    void without_an_active_licence_nobody_comes_in() {
        Fair fair = Fair.of(storage, 6);
        fair.license(LicenseStatus.SUSPENDED);

        assertThat(fair.register(fair.group(1))).isEqualTo(new Decision.Unlicensed(fair.org()));
        assertThat(fair.room(fair.hall()).taken()).isZero();
        fair.license(LicenseStatus.ACTIVE);
        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void an_event_that_is_over_or_withdrawn_is_closed() {
        Fair over = Fair.of(storage, 6);
        Fair withdrawn = Fair.of(storage, 6);
        over.end(2);
        withdrawn.withdraw();

        assertThat(over.register(over.group(1))).isEqualTo(new Decision.Closed(over.event()));
        assertThat(withdrawn.register(withdrawn.group(1)))
                .isEqualTo(new Decision.Closed(withdrawn.event()));
    }

    @Test
    void an_event_nobody_published_is_unknown() {
        Fair fair = Fair.of(storage, 6);
        EventId nowhere = Ids.event();
        RegistrationRequest lost =
                new Fair(storage, fair.org(), nowhere, fair.ticket(), fair.vip(), fair.workshop())
                        .group(1);

        assertThat(fair.register(lost)).isEqualTo(new Decision.UnknownEvent(nowhere));
    }

    @Test
    void a_choice_the_event_does_not_have_is_unknown_even_when_it_is_full() {
        Fair fair = Fair.of(storage, 0);
        Fair second = fair.second(6);
        Place lost = new Place(Ids.item(), List.of());
        Place neighbours = new Place(fair.ticket(), List.of(second.workshop()));

        assertThat(fair.register(fair.one(lost)))
                .isEqualTo(new Decision.UnknownChoice(RoomId.of(lost.item())));
        assertThat(fair.register(fair.one(neighbours)))
                .isEqualTo(new Decision.UnknownChoice(RoomId.of(second.workshop())));
        assertThat(second.room(RoomId.of(second.workshop())).taken()).isZero();
    }

    @Test
    void lowered_seats_throw_nobody_out_and_let_nobody_in() {
        Fair fair = Fair.of(storage, 6);
        Registration three = fair.admit(fair.group(3));
        var _ = fair.admit(fair.group(3));

        fair.reseat(2, 4);

        assertThat(fair.room(fair.hall()).over()).isTrue();
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(6);
        assertThat(fair.register(fair.group(1))).isEqualTo(new Decision.Full(fair.hall(), 0));
        assertThat(fair.cancel(three.id())).isInstanceOf(CancelDecision.Cancelled.class);
        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
        assertThat(fair.register(fair.group(1))).isEqualTo(new Decision.Full(fair.hall(), 0));
    }

    @Test
    void a_cancel_frees_the_seats_once() {
        Fair fair = Fair.of(storage, SIX, SIX, SIX);
        Registration gone = fair.admit(fair.one(fair.placeAtWorkshop()));
        var _ = fair.admit(fair.group(2));

        CancelDecision first = fair.cancel(gone.id());
        CancelDecision second = fair.cancel(gone.id());

        assertThat(first).isInstanceOf(CancelDecision.Cancelled.class);
        assertThat(second).isInstanceOf(CancelDecision.AlreadyCancelled.class);
        assertThat(fair.find(gone.id()).status()).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(fair.find(gone.id()).delivery()).isEqualTo(DeliveryState.PENDING);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(2);
        assertThat(fair.room(RoomId.of(fair.workshop())).taken()).isZero();
    }

    @Test
    void what_was_never_registered_cannot_be_cancelled() {
        Fair fair = Fair.of(storage, 6);
        Fair other = Fair.of(storage, 6);
        RegistrationId theirs = other.admit(other.group(1)).id();

        assertThat(fair.cancel(theirs)).isEqualTo(new CancelDecision.UnknownRegistration(theirs));
        assertThat(other.room(other.hall()).taken()).isEqualTo(1);
    }

    @Test
    void nothing_is_kept_when_the_rule_breaks() {
        Fair fair = Fair.of(storage, 6);
        RegistrationRequest request = fair.group(1);

        assertThatThrownBy(
                        () ->
                                storage.book()
                                        .decide(
                                                request,
                                                _ -> {
                                                    throw new IllegalStateException("a bug");
                                                }))
                .hasStackTraceContaining("a bug");

        assertThat(fair.room(fair.hall()).taken()).isZero();
        assertThat(fair.register(fair.again(request))).isInstanceOf(Decision.Admitted.class);
    }
}
