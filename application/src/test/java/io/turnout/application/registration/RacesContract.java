package io.turnout.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.ReleaseDecision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every book promises of many at once: the counts are exact, whoever comes first.
public abstract class RacesContract {
    private Storage storage;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
    }

    @Test
    void a_hundred_at_once_for_six_seats_are_six() {
        Fair fair = Fair.of(storage, 6);

        List<Decision> decisions = Race.of(100, _ -> fair.register(fair.group(1)));

        assertThat(Race.count(decisions, Decision.Admitted.class)).isEqualTo(6);
        assertThat(Race.count(decisions, Decision.Full.class)).isEqualTo(94);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(6);
        assertThat(fair.room(RoomId.of(fair.ticket())).taken()).isEqualTo(6);
    }

    @Test
    void groups_at_once_come_in_whole_or_not_at_all() {
        Fair fair = Fair.of(storage, 50);

        List<Decision> decisions = Race.of(40, i -> fair.register(fair.group(1 + i % 4)));

        int in =
                decisions.stream()
                        .filter(Decision.Admitted.class::isInstance)
                        .map(Decision.Admitted.class::cast)
                        .mapToInt(admitted -> admitted.registration().seats().size())
                        .sum();
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(in).isBetween(47, 50);
        assertThat(fair.room(RoomId.of(fair.ticket())).taken()).isEqualTo(in);
    }

    @Test
    void the_narrowest_of_three_levels_decides() {
        Fair fair = Fair.of(storage, Fair.seats(30), Fair.seats(20), Fair.seats(7));

        List<Decision> decisions =
                Race.of(60, _ -> fair.register(fair.one(fair.placeAtWorkshop())));

        assertThat(Race.count(decisions, Decision.Admitted.class)).isEqualTo(7);
        for (RoomId room :
                List.of(fair.hall(), RoomId.of(fair.ticket()), RoomId.of(fair.workshop()))) {
            assertThat(fair.room(room).taken()).isEqualTo(7);
        }
    }

    @Test
    void fifty_repeats_at_once_are_one_registration() {
        Fair fair = Fair.of(storage, 6);
        RegistrationRequest request = fair.group(1);

        List<Decision> decisions = Race.of(50, _ -> fair.register(fair.again(request)));

        assertThat(Race.count(decisions, Decision.Admitted.class)).isEqualTo(1);
        assertThat(Race.count(decisions, Decision.Repeated.class)).isEqualTo(49);
        assertThat(decisions.stream().map(RacesContract::id).distinct()).hasSize(1);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(1);
    }

    private static Object id(Decision decision) {
        return switch (decision) {
            case Decision.Admitted admitted -> admitted.registration().id();
            case Decision.Repeated(var earlier) -> earlier.id();
            case Decision other -> other;
        };
    }

    @Test
    void two_requests_at_once_under_one_key_are_one_and_a_refusal() {
        Fair fair = Fair.of(storage, 6);
        RegistrationRequest one = fair.group(1);
        RegistrationRequest two =
                fair.request(
                        one.key(), List.of(fair.place(), fair.place()), java.util.Optional.empty());

        List<Decision> decisions = Race.of(2, i -> fair.register(i == 0 ? one : two));

        assertThat(Race.count(decisions, Decision.Admitted.class)).isEqualTo(1);
        assertThat(Race.count(decisions, Decision.KeyReused.class)).isEqualTo(1);
    }

    @Test
    void two_events_at_once_under_one_key_are_one_and_a_refusal() {
        Fair fair = Fair.of(storage, 6);
        Fair second = fair.second(6);
        RegistrationRequest here = fair.group(1);
        RegistrationRequest there =
                second.request(here.key(), List.of(second.place()), java.util.Optional.empty());

        List<Decision> decisions =
                Race.of(2, i -> i == 0 ? fair.register(here) : second.register(there));

        assertThat(Race.count(decisions, Decision.Admitted.class)).isEqualTo(1);
        assertThat(Race.count(decisions, Decision.KeyReused.class)).isEqualTo(1);
        assertThat(fair.room(fair.hall()).taken() + second.room(second.hall()).taken())
                .isEqualTo(1);
    }

    @Test
    void cancels_that_race_registrations_keep_the_counts_exact() {
        Fair fair = Fair.of(storage, 20);
        List<Registration> first =
                Stream.generate(() -> fair.admit(fair.group(1))).limit(20).toList();

        List<Object> answers =
                Race.of(
                        60,
                        i ->
                                i < 20
                                        ? fair.cancel(first.get(i / 2).id())
                                        : fair.register(fair.group(1)));

        long cancelled = Race.count(answers, CancelDecision.Cancelled.class);
        long admitted = Race.count(answers, Decision.Admitted.class);
        assertThat(cancelled).isEqualTo(10);
        assertThat(Race.count(answers, CancelDecision.AlreadyCancelled.class)).isEqualTo(10);
        assertThat(admitted).isBetween(0L, 10L);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(20 - 10 + (int) admitted);
        assertThat(fair.room(RoomId.of(fair.ticket())).taken()).isEqualTo(10 + (int) admitted);
    }

    @Test
    void holds_at_once_hold_no_more_than_there_is() {
        Fair fair = Fair.of(storage, 10);

        List<HoldDecision> decisions = Race.of(30, _ -> fair.hold(fair.holdRequest(2)));

        assertThat(Race.count(decisions, HoldDecision.Held.class)).isEqualTo(5);
        assertThat(fair.room(fair.hall()).held()).isEqualTo(10);
        assertThat(fair.register(fair.group(1))).isEqualTo(new Decision.Full(fair.hall(), 0));
    }

    @Test
    void a_hold_that_is_used_and_released_at_once_ends_once() {
        Fair fair = Fair.of(storage, 100);
        List<Hold> holds = Stream.generate(() -> fair.held(3)).limit(20).toList();

        List<Object> answers =
                Race.of(
                        40,
                        i ->
                                i % 2 == 0
                                        ? fair.register(fair.group(3, holds.get(i / 2).id()))
                                        : fair.release(holds.get(i / 2).id()));

        assertThat(Race.count(answers, Decision.Admitted.class)).isEqualTo(20);
        assertThat(
                        Race.count(answers, ReleaseDecision.Released.class)
                                + Race.count(answers, ReleaseDecision.AlreadyEnded.class))
                .isEqualTo(20);
        assertThat(fair.room(fair.hall()).held()).isZero();
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(60);
    }
}
