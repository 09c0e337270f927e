package io.turnout.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every book promises of a line while seats come back and newcomers press: the counts are
/// exact, each seat is one's alone, the line goes in its order, and no seat is left over that
/// somebody in it could take.
public abstract class WaitlistRacesContract {
    private static final Duration A_DAY_AND_A_BIT = Duration.ofHours(25);
    private static final int IN_LINE = 200;

    private Storage storage;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
    }

    @Test
    void two_hundred_at_once_before_a_full_hall_are_a_line_without_gaps() {
        Fair fair = Fair.of(storage, 10);

        List<RegistrationId> line = lineOf(fair, IN_LINE, 10);

        assertThat(line.stream().map(id -> place(fair, id)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, IN_LINE).boxed().toList());
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(10);
        assertThat(fair.room(fair.hall()).held()).isZero();
    }

    /// So many who wait, in the order of their places; so many others came in before them.
    private List<RegistrationId> lineOf(Fair fair, int waiting, int seats) {
        List<RegistrationRequest> requests =
                Stream.generate(() -> fair.patient(1)).limit(waiting + seats).toList();
        List<Decision> decisions = Race.of(requests.size(), i -> fair.register(requests.get(i)));
        assertThat(Race.count(decisions, Decision.Admitted.class)).isEqualTo(seats);
        return decisions.stream()
                .flatMap(one -> one instanceof Decision.Waitlisted w ? Stream.of(w) : Stream.of())
                .map(waitlisted -> waitlisted.registration().id())
                .sorted(Comparator.comparing(id -> place(fair, id)))
                .toList();
    }

    private static int place(Fair fair, RegistrationId id) {
        return fair.find(id).waiting() instanceof Waiting.InLine(int place) ? place : 0;
    }

    @Test
    void whatever_comes_back_goes_to_the_front_of_the_line_and_never_to_a_newcomer() {
        Fair fair = Fair.of(storage, 30);
        List<Registration> seated =
                Stream.generate(() -> fair.admit(fair.group(1))).limit(20).toList();
        List<Hold> held = Stream.generate(() -> fair.held(1)).limit(10).toList();
        List<RegistrationId> line = lineOf(fair, IN_LINE, 0);

        List<Object> answers =
                Race.of(
                        100,
                        i ->
                                switch (i % 10) {
                                    case 0 -> fair.cancel(seated.get(i / 10).id());
                                    case 1 -> fair.cancel(seated.get(10 + i / 10).id());
                                    case 2 -> fair.release(held.get(i / 10).id());
                                    case 3 -> fair.tend();
                                    case 4 -> fair.hold(fair.holdRequest(1));
                                    case 5 -> raise(fair, i);
                                    default -> fair.register(fair.group(1));
                                });
        fair.reseat(1_000, 40);
        var _ = fair.tend();

        assertThat(Race.count(answers, CancelDecision.Cancelled.class)).isEqualTo(20);
        assertThat(Race.count(answers, ReleaseDecision.Released.class)).isEqualTo(10);
        assertThat(Race.count(answers, Decision.Admitted.class)).isZero();
        assertThat(Race.count(answers, HoldDecision.Held.class)).isZero();
        assertThat(line.subList(0, 40).stream().map(fair::status))
                .containsOnly(RegistrationStatus.OFFERED);
        assertThat(line.subList(40, IN_LINE).stream().map(id -> place(fair, id)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 160).boxed().toList());
        assertThat(fair.room(fair.hall()).held()).isEqualTo(40);
        assertThat(fair.room(fair.hall()).taken()).isZero();
    }

    private static Object raise(Fair fair, int i) {
        fair.reseat(2 + i, 30 + i / 10);
        return "raised";
    }

    @Test
    void an_offer_that_is_accepted_declined_and_ended_at_once_becomes_one_of_them() {
        Fair fair = Fair.of(storage, 20);
        List<RegistrationId> line = lineOf(fair, 60, 20);
        fair.reseat(2, 40);
        var _ = fair.tend();
        List<RegistrationId> offered = line.subList(0, 20);
        List<RegistrationId> late = line.subList(20, 40);

        List<Object> answers =
                Race.of(
                        60,
                        i ->
                                i % 3 == 2
                                        ? fair.cancel(offered.get(i / 3))
                                        : fair.accept(offered.get(i / 3)));
        long declined = Race.count(answers, CancelDecision.Cancelled.class);
        var _ = fair.tend();

        assertThat(declined).isEqualTo(20);
        assertThat(Race.count(answers, AcceptDecision.Accepted.class)).isLessThanOrEqualTo(20);
        assertThat(offered.stream().map(fair::status)).containsOnly(RegistrationStatus.CANCELLED);
        assertThat(late.stream().map(fair::status)).containsOnly(RegistrationStatus.OFFERED);
        assertThat(fair.room(fair.hall()).held()).isEqualTo(20);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(20);
    }

    @Test
    void fifty_accept_the_same_offer_and_one_seat_is_taken() {
        Fair fair = Fair.of(storage, 1);
        RegistrationId one = lineOf(fair, 3, 1).getFirst();
        fair.reseat(2, 2);
        var _ = fair.tend();

        List<AcceptDecision> answers = Race.of(50, _ -> fair.accept(one));

        assertThat(Race.count(answers, AcceptDecision.Accepted.class)).isEqualTo(1);
        assertThat(Race.count(answers, AcceptDecision.AlreadyConfirmed.class)).isEqualTo(49);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(2);
        assertThat(fair.room(fair.hall()).held()).isZero();
    }

    @Test
    void offers_that_end_while_many_look_pass_on_once_and_late_acceptances_get_nothing() {
        Fair fair = Fair.of(storage, 10);
        List<RegistrationId> line = lineOf(fair, 60, 10);
        fair.reseat(2, 30);
        var _ = fair.tend();
        storage.elapse(A_DAY_AND_A_BIT);

        List<Object> answers =
                Race.of(60, i -> i % 3 == 0 ? fair.tend() : fair.accept(line.get(i % 20)));
        var _ = fair.tend();

        assertThat(Race.count(answers, AcceptDecision.Accepted.class)).isZero();
        assertThat(line.subList(0, 20).stream().map(fair::status))
                .containsOnly(RegistrationStatus.CANCELLED);
        assertThat(line.subList(20, 40).stream().map(fair::status))
                .containsOnly(RegistrationStatus.OFFERED);
        assertThat(fair.room(fair.hall()).held()).isEqualTo(20);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(10);
    }

    @Test
    void groups_press_from_all_sides_and_no_seat_is_left_that_would_do_for_one_in_line() {
        Fair fair = Fair.of(storage, Fair.seats(60), Fair.UNCOUNTED, Fair.seats(25));
        Queue<RegistrationId> known = new ConcurrentLinkedQueue<>();
        var _ = Race.of(80, i -> register(fair, known, i));

        for (int round = 0; round < 4; round++) {
            List<RegistrationId> all = List.copyOf(known);
            int shift = round;
            var _ =
                    Race.of(
                            120,
                            i ->
                                    switch ((i + shift) % 4) {
                                        case 0 -> fair.cancel(all.get(i * 7 % all.size()));
                                        case 1 -> fair.accept(all.get(i * 5 % all.size()));
                                        case 2 -> register(fair, known, i);
                                        default -> fair.accept(all.get(i * 11 % all.size()));
                                    });
            fair.publish(2 + round, Fair.seats(60 + round), Fair.UNCOUNTED, Fair.seats(25 + round));
        }
        var _ = fair.tend();

        List<Registration> kept = known.stream().map(fair::find).toList();
        for (RoomId room : List.of(fair.hall(), RoomId.of(fair.ticket()), workshop(fair))) {
            assertThat(fair.room(room).taken())
                    .isEqualTo(seats(kept, room, RegistrationStatus.CONFIRMED));
            assertThat(fair.room(room).held())
                    .isEqualTo(seats(kept, room, RegistrationStatus.OFFERED));
        }
        assertThat(kept).anyMatch(one -> one.status() == RegistrationStatus.WAITLISTED);
        assertThat(kept).noneMatch(one -> couldHaveASeat(fair, one));
    }

    private static Object register(Fair fair, Collection<RegistrationId> known, int i) {
        RegistrationRequest request =
                fair.patient(
                        io.turnout.application.contract.Ids.key(),
                        new ArrayList<>(
                                Stream.generate(
                                                () ->
                                                        i % 3 == 0
                                                                ? fair.placeAtWorkshop()
                                                                : fair.place())
                                        .limit(1 + i % 4)
                                        .toList()));
        Decision decision = fair.register(request);
        assertThat(decision).isInstanceOfAny(Decision.Admitted.class, Decision.Waitlisted.class);
        known.add(request.id());
        return decision;
    }

    private static RoomId workshop(Fair fair) {
        return RoomId.of(fair.workshop());
    }

    private static int seats(List<Registration> kept, RoomId room, RegistrationStatus status) {
        return kept.stream()
                .filter(one -> one.status() == status)
                .mapToInt(one -> one.demand().in(room))
                .sum();
    }

    private static boolean couldHaveASeat(Fair fair, Registration one) {
        return one.status() == RegistrationStatus.WAITLISTED
                && one.demand().seats().entrySet().stream()
                        .allMatch(room -> fair.room(room.getKey()).admits(room.getValue()));
    }
}
