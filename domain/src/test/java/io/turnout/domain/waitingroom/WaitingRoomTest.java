package io.turnout.domain.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final EventId EVENT = new EventId("a01000000000001");
    private static final WaitingRoomId ID =
            new WaitingRoomId(new OrgId("00DTURNOUT0000125A"), EVENT, 3);
    private static final Seed SEED = Seed.of("noon");
    private static final RoomRule RULE = new RoomRule(100, 5, 1_000, RoomRule.WhenSoldOut.STOPS);
    private static final Crowding CALM = Crowding.NONE;

    /// A room that opens at noon, with so many who came before and so many after.
    private static WaitingRoom room(int early, int late, double pace) {
        Instant before = NOON.minusSeconds(60);
        WaitingRoom gathering = WaitingRoom.open(ID, NOON, pace, before).next(early);
        return at(
                        RULE.step(
                                at(gathering, NOON),
                                new Crowding(0, 0, 0, Duration.ofSeconds(1)),
                                Optional.of(RoomId.of(EVENT))),
                        NOON)
                .next(late);
    }

    private static WaitingRoom at(WaitingRoom room, Instant now) {
        return new WaitingRoom(
                room.id(),
                room.status(),
                room.startsAt(),
                room.numbers(),
                room.front(),
                room.soldOut(),
                now);
    }

    private static WaitingRoom step(WaitingRoom room, Instant now, Crowding seen) {
        return RULE.step(at(room, now), seen, Optional.empty());
    }

    @Test
    void before_the_start_nobody_has_a_place_and_nobody_is_called() {
        Instant before = NOON.minusSeconds(60);
        WaitingRoom room = step(WaitingRoom.open(ID, NOON, 10, before).next(3), before, CALM);

        Turn turn = room.turn(room.ticket(0), SEED);

        assertThat(turn).isEqualTo(new Turn.Gathering(NOON, Duration.ofSeconds(5)));
        assertThat(room.started()).isFalse();
        assertThat(room.front().called()).isZero();
    }

    @Test
    void the_early_are_shuffled_and_the_late_stand_behind_them_as_they_came() {
        WaitingRoom room = room(10, 5, 10);

        for (long number = 0; number < 10; number++) {
            assertThat(room.place(number, SEED)).hasValue(new Shuffle(SEED, 10).place(number));
        }
        for (long number = 10; number < 15; number++) {
            assertThat(room.place(number, SEED)).hasValue(number);
        }
    }

    @Test
    void who_was_early_is_settled_once() {
        WaitingRoom room = room(10, 0, 10);

        WaitingRoom later = step(room.next(7), NOON.plusSeconds(9), CALM);

        assertThat(later.numbers().early()).hasValue(10);
        assertThat(later.numbers().issued()).isEqualTo(17);
    }

    @Test
    void a_second_calls_as_many_as_the_pace_says_and_no_more_than_wait() {
        WaitingRoom room = step(room(0, 25, 10), NOON.plusSeconds(1), CALM);
        WaitingRoom sooner = step(room, NOON.plusMillis(1_500), CALM);
        WaitingRoom next = step(room, NOON.plusSeconds(2), CALM);
        WaitingRoom last = step(next, NOON.plusSeconds(3), CALM);

        assertThat(room.front().called()).isEqualTo(10);
        assertThat(sooner.front().called()).isEqualTo(10);
        assertThat(next.front().called()).isEqualTo(21);
        assertThat(last.front().called()).isEqualTo(25);
    }

    @Test
    void a_line_moves_slower_while_somebody_is_turned_away() {
        Crowding crowded = new Crowding(0, 50, 1, Duration.ofSeconds(1));

        WaitingRoom room = step(room(0, 90, 40), NOON.plusSeconds(1), crowded);

        assertThat(room.front().perSecond()).isEqualTo(20);
        assertThat(room.front().called()).isEqualTo(20);
    }

    @Test
    void a_place_and_its_time_follow_from_the_line_alone() {
        WaitingRoom room = step(room(0, 100, 10), NOON.plusSeconds(1), CALM);

        Turn turn = room.turn(room.ticket(54), SEED);

        assertThat(turn)
                .isEqualTo(new Turn.Waiting(44, Duration.ofSeconds(5), Duration.ofSeconds(5)));
        assertThat(room.turn(room.ticket(54), SEED)).isEqualTo(turn);
    }

    @Test
    void who_is_called_may_come_in_for_ten_minutes() {
        WaitingRoom room = step(room(0, 12, 10), NOON.plusSeconds(1), CALM);
        Ticket ticket = room.ticket(9);
        Instant end = NOON.plusSeconds(601);

        assertThat(room.turn(ticket, SEED)).isEqualTo(new Turn.Called(end));
        assertThat(at(room, end.minusMillis(1)).turn(ticket, SEED)).isEqualTo(new Turn.Called(end));
        assertThat(at(room, end).turn(ticket, SEED)).isEqualTo(new Turn.Lapsed());
    }

    @Test
    void calls_are_forgotten_with_their_passes_and_who_was_called_is_not() {
        WaitingRoom room = room(0, 10_000, 5);
        Instant now = NOON;
        for (int second = 1; second <= 1_500; second++) {
            now = NOON.plusSeconds(second);
            room = step(room, now, new Crowding(100, 5, 0, Duration.ofSeconds(1)));
        }

        assertThat(room.front().calls()).hasSizeBetween(600, 601);
        assertThat(room.front().called()).isEqualTo(7_500);
        assertThat(room.turn(room.ticket(0), SEED)).isEqualTo(new Turn.Lapsed());
        assertThat(room.turn(room.ticket(7_499), SEED)).isInstanceOf(Turn.Called.class);
    }

    @Test
    void who_waits_for_what_is_sold_out_is_told_and_keeps_the_place() {
        Optional<RoomId> hall = Optional.of(RoomId.of(EVENT));
        WaitingRoom room = step(room(0, 100, 10), NOON.plusSeconds(1), CALM);
        WaitingRoom full = RULE.step(at(room, NOON.plusSeconds(2)), CALM, hall);
        WaitingRoom free = step(full, NOON.plusSeconds(4), CALM);

        assertThat(full.front().called()).isEqualTo(10);
        assertThat(full.turn(full.ticket(54), SEED))
                .isInstanceOfSatisfying(
                        Turn.SoldOut.class,
                        told -> {
                            assertThat(told.room()).isEqualTo(hall.get());
                            assertThat(told.ahead()).isEqualTo(44);
                        });
        assertThat(free.turn(free.ticket(54), SEED)).isInstanceOf(Turn.Waiting.class);
    }

    @Test
    void where_there_is_a_waiting_list_a_line_without_seats_is_called_to_join_it() {
        RoomRule callsOn = new RoomRule(100, 5, 1_000, RoomRule.WhenSoldOut.CALLS_ON);
        Optional<RoomId> hall = Optional.of(RoomId.of(EVENT));

        WaitingRoom full = callsOn.step(at(room(0, 100, 10), NOON.plusSeconds(1)), CALM, hall);

        assertThat(full.front().called()).isEqualTo(10);
        assertThat(full.turn(full.ticket(9), SEED)).isInstanceOf(Turn.Called.class);
        assertThat(full.turn(full.ticket(10), SEED)).isInstanceOf(Turn.SoldOut.class);
    }

    @Test
    void a_ticket_of_an_earlier_line_is_worth_nothing() {
        WaitingRoom room = room(0, 1, 10);
        WaitingRoomId yesterday = new WaitingRoomId(ID.org(), EVENT, 2);
        Ticket old = new Ticket(yesterday, 0, NOON, NOON.plus(Ticket.LIFE));

        assertThat(room.turn(old, SEED)).isEqualTo(new Turn.Lapsed());
        assertThat(room.closed().turn(old, SEED)).isEqualTo(new Turn.Through());
    }

    @Test
    void a_room_opens_for_a_crowd_and_for_more_than_a_few_who_were_turned_away() {
        Duration second = Duration.ofSeconds(1);

        assertThat(RULE.opens(new Crowding(99, 0, 5, second))).isFalse();
        assertThat(RULE.opens(new Crowding(100, 0, 0, second))).isTrue();
        assertThat(RULE.opens(new Crowding(0, 0, 6, second))).isTrue();
        assertThat(RULE.firstPace(new Crowding(0, 80, 1, second.multipliedBy(2)))).isEqualTo(40);
        assertThat(RULE.firstPace(CALM)).isEqualTo(5);
    }

    @Test
    void a_room_closes_a_minute_after_the_last_came_and_was_called() {
        WaitingRoom room = step(room(0, 5, 10), NOON.plusSeconds(1), CALM);

        assertThat(step(room, NOON.plusSeconds(59), CALM).isOpen()).isTrue();
        assertThat(step(room, NOON.plusSeconds(60), CALM).isOpen()).isFalse();
        assertThat(step(room(0, 500, 5), NOON.plusSeconds(60), CALM).isOpen()).isTrue();
    }
}
