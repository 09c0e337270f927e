package io.turnout.application.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.DeliveryRules;
import io.turnout.application.UseCases;
import io.turnout.application.contract.Fair;
import io.turnout.application.flags.FlagPorts;
import io.turnout.application.flags.Said;
import io.turnout.application.memory.MemoryStorage;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.MustWait;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Undecided;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.waitingroom.RoomRule;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.Turn;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A day of a waiting room that nobody opens and nobody closes.
class WaitingScenarioTest {
    private static final RoomRule RULE = new RoomRule(64, 1, 100, RoomRule.WhenSoldOut.STOPS);
    private static final Hand HAND = new Hand("op-1", "r-1");
    private static final MustWait OTHERS = new MustWait(MustWait.Cause.OTHERS_COME_FIRST);

    private final MemoryStorage storage = new MemoryStorage();
    private final WaitingPorts waiting = storage.memory().waiting();
    private final FlagPorts flags = storage.memory().flags();
    private final UseCases desk =
            UseCases.over(storage.memory().ports(), DeliveryRules.USUAL, RULE);
    private final Fair fair = Fair.of(storage, 3);

    private Decision register(RegistrationRequest request) {
        return desk.registerAttendees().register(request);
    }

    private void turnAway(int visitors) {
        Usher usher = new Usher(waiting, flags.decisions());
        for (int i = 0; i < visitors; i++) {
            Decision decision =
                    usher.counted(
                            fair.org(),
                            fair.event(),
                            () -> new Undecided(Undecided.Cause.OVERLOADED));
            assertThat(decision).isInstanceOf(Undecided.class);
        }
    }

    private int aSecondLater() {
        storage.elapse(Duration.ofSeconds(1));
        return desk.waiting().mind().mind();
    }

    private InLine join(Optional<Ticket> ticket) {
        return desk.waiting().join().join(fair.org(), fair.event(), ticket).orElseThrow();
    }

    @Test
    void without_the_flag_no_room_opens_however_many_come() {
        new Said(flags.overlay()).killed(Flag.WAITING_ROOM, fair.org());

        turnAway(300);

        assertThat(aSecondLater()).isZero();
        assertThat(desk.waiting().open().open(fair.org(), fair.event(), Optional.empty(), HAND))
                .isEmpty();
    }

    @Test
    void when_the_flag_is_taken_away_everybody_comes_in_and_the_room_is_closed() {
        var _ = desk.waiting().open().open(fair.org(), fair.event(), Optional.empty(), HAND);
        Usher usher = new Usher(waiting, flags.decisions());
        assertThat(usher.entry(fair.org(), fair.event(), Optional.empty()))
                .isEqualTo(Usher.Entry.WAITS);

        new Said(flags.overlay()).killed(Flag.WAITING_ROOM, fair.org());

        assertThat(usher.entry(fair.org(), fair.event(), Optional.empty()))
                .isEqualTo(Usher.Entry.FREE);
        int _ = aSecondLater();
        assertThat(waiting.rooms().open()).isEmpty();
    }

    @Test
    void a_few_who_are_turned_away_open_no_room() {
        turnAway(3);

        assertThat(aSecondLater()).isZero();
        assertThat(register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void many_who_are_turned_away_open_one_and_it_closes_when_nobody_waits_any_more() {
        turnAway(4);
        assertThat(aSecondLater()).isEqualTo(1);
        assertThat(register(fair.group(1))).isEqualTo(OTHERS);
        InLine first = join(Optional.empty());
        assertThat(first.turn()).isInstanceOf(Turn.Waiting.class);

        assertThat(aSecondLater()).isEqualTo(1);

        assertThat(join(Optional.of(first.ticket())).turn()).isInstanceOf(Turn.Called.class);
        assertThat(register(fair.group(1).with(Optional.of(first.ticket()))))
                .isInstanceOf(Decision.Admitted.class);
        storage.elapse(Duration.ofSeconds(60));
        assertThat(aSecondLater()).isEqualTo(1);
        assertThat(aSecondLater()).isZero();
        assertThat(register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void all_who_wait_are_told_of_the_last_seat_and_called_when_one_is_free() {
        var registration = fair.admit(fair.group(3));
        turnAway(4);
        assertThat(aSecondLater()).isEqualTo(1);
        InLine first = join(Optional.empty());

        assertThat(aSecondLater()).isEqualTo(1);

        assertThat(join(Optional.of(first.ticket())).turn())
                .isInstanceOfSatisfying(
                        Turn.SoldOut.class, told -> assertThat(told.room()).isEqualTo(fair.hall()));
        assertThat(register(fair.group(1))).isEqualTo(new Decision.Full(fair.hall(), 0));
        var _ = fair.cancel(registration.id());
        assertThat(aSecondLater()).isEqualTo(1);
        assertThat(join(Optional.of(first.ticket())).turn()).isInstanceOf(Turn.Called.class);
    }

    @Test
    void nobody_waits_for_an_event_that_is_withdrawn() {
        turnAway(4);
        assertThat(aSecondLater()).isEqualTo(1);
        fair.withdraw();

        assertThat(aSecondLater()).isEqualTo(1);

        assertThat(aSecondLater()).isZero();
        turnAway(4);
        assertThat(aSecondLater()).isZero();
    }
}
