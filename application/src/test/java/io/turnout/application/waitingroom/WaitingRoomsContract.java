package io.turnout.application.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.waitingroom.Crowding;
import io.turnout.domain.waitingroom.Front;
import io.turnout.domain.waitingroom.RoomRule;
import io.turnout.domain.waitingroom.Seed;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.Turn;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is promised of waiting rooms.
public abstract class WaitingRoomsContract {
    private static final Seed SEED = Seed.of("contract");
    private static final RoomRule RULE = new RoomRule(100, 5, 1_000, RoomRule.WhenSoldOut.STOPS);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Storage storage;
    private Fair fair;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        fair = Fair.of(storage, 6);
    }

    private WaitingRooms rooms() {
        return storage.waitingRooms();
    }

    private WaitingRoom opened(Optional<Instant> startsAt) {
        return rooms().open(fair.org(), fair.event(), startsAt, 10).orElseThrow();
    }

    private WaitingRoom room() {
        return rooms().find(fair.org(), fair.event()).orElseThrow();
    }

    private Ticket arrive() {
        return rooms().arrive(fair.org(), fair.event()).orElseThrow();
    }

    private WaitingRoom step() {
        return rooms().change(room().id(), room -> RULE.step(room, Crowding.NONE, Optional.empty()))
                .orElseThrow();
    }

    @Test
    void nobody_waits_before_a_room_is_opened() {
        assertThat(rooms().find(fair.org(), fair.event())).isEmpty();
        assertThat(rooms().openAt(fair.org(), fair.event())).isEmpty();
        assertThat(rooms().arrive(fair.org(), fair.event())).isEmpty();
    }

    @Test
    void of_many_that_open_a_room_one_does() {
        List<WaitingRoom> opened = Race.of(20, _ -> opened(Optional.empty()));

        assertThat(opened.stream().map(WaitingRoom::id)).containsOnly(room().id());
        assertThat(room().id().epoch()).isEqualTo(1);
        assertThat(room().isOpen()).isTrue();
        assertThat(room().front()).isEqualTo(new Front(10, List.of()));
        assertThat(rooms().open().stream().map(WaitingRoom::id)).contains(room().id());
        assertThat(rooms().openAt(fair.org(), fair.event())).isPresent();
    }

    @Test
    void no_number_is_given_twice_and_none_is_left_out() {
        WaitingRoom _ = opened(Optional.empty());

        List<Ticket> tickets = Race.of(200, _ -> arrive());

        assertThat(tickets.stream().map(Ticket::number))
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 200).boxed().toList());
        assertThat(room().numbers().issued()).isEqualTo(200);
    }

    @Test
    void who_had_a_ticket_before_another_asked_stands_before_that_other() {
        WaitingRoom _ = opened(Optional.empty());
        ConcurrentLinkedQueue<Ticket> told = new ConcurrentLinkedQueue<>();

        List<List<String>> inversions =
                Race.of(
                        40,
                        _ -> {
                            List<String> found = new ArrayList<>();
                            for (int i = 0; i < 25; i++) {
                                List<Ticket> before = List.copyOf(told);
                                Ticket mine = arrive();
                                before.stream()
                                        .filter(ticket -> ticket.number() > mine.number())
                                        .forEach(ticket -> found.add(ticket + " before " + mine));
                                told.add(mine);
                            }
                            return found;
                        });

        assertThat(inversions).allSatisfy(found -> assertThat(found).isEmpty());
        assertThat(room().numbers().issued()).isEqualTo(1_000);
    }

    @Test
    void who_came_before_the_start_is_settled_by_the_first_to_come_after_it() {
        WaitingRoom gathering = opened(Optional.of(room0().plusSeconds(60)));
        Ticket early = arrive();
        Ticket other = arrive();
        assertThat(step().started()).isFalse();
        assertThat(room().turn(early, SEED)).isInstanceOf(Turn.Gathering.class);

        storage.elapse(Duration.ofSeconds(61));
        Ticket late = arrive();

        assertThat(room().numbers().early()).hasValue(2);
        assertThat(room().startsAt()).isBefore(room().asOf());
        assertThat(room().id()).isEqualTo(gathering.id());
        assertThat(List.of(early.number(), other.number(), late.number()))
                .containsExactly(0L, 1L, 2L);
        assertThat(room().turn(late, SEED))
                .isInstanceOfSatisfying(
                        Turn.Waiting.class, waiting -> assertThat(waiting.ahead()).isEqualTo(2));
    }

    /// The storage's own clock.
    private Instant room0() {
        return storage.waitingRooms()
                .open(fair.org(), Ids.event(), Optional.empty(), 10)
                .orElseThrow()
                .asOf();
    }

    @Test
    void of_many_instances_that_look_at_the_same_time_one_calls() {
        WaitingRoom _ = opened(Optional.empty());
        for (int i = 0; i < 30; i++) {
            Ticket _ = arrive();
        }

        List<WaitingRoom> first = Race.of(8, _ -> step());
        storage.elapse(SECOND);
        List<WaitingRoom> _ = Race.of(8, _ -> step());

        assertThat(first.stream().map(room -> room.front().called())).contains(10L);
        List<Front.Call> calls = room().front().calls();
        assertThat(calls).hasSizeGreaterThan(1);
        for (int i = 1; i < calls.size(); i++) {
            Duration between = Duration.between(calls.get(i - 1).at(), calls.get(i).at());
            assertThat(between).isGreaterThanOrEqualTo(Duration.ofMillis(900));
        }
    }

    @Test
    void what_a_step_says_is_kept() {
        WaitingRoom _ = opened(Optional.empty());
        Ticket ticket = arrive();
        Optional<RoomId> hall = Optional.of(RoomId.of(fair.event()));

        WaitingRoom full =
                rooms().change(
                                room().id(),
                                now -> RULE.step(now, new Crowding(0, 0, 1, SECOND), hall))
                        .orElseThrow();

        assertThat(room().soldOut()).isEqualTo(hall);
        assertThat(room().front().perSecond()).isEqualTo(5);
        assertThat(room().turn(ticket, SEED)).isInstanceOf(Turn.SoldOut.class);
        assertThat(room().seenAt(full.asOf())).isEqualTo(full);
    }

    @Test
    void who_is_called_may_come_in_for_ten_minutes() {
        WaitingRoom _ = opened(Optional.empty());
        Ticket ticket = arrive();
        WaitingRoom _ = step();

        assertThat(room().turn(ticket, SEED)).isInstanceOf(Turn.Called.class);
        storage.elapse(Front.PASS_LIFE);
        Ticket _ = arrive();
        WaitingRoom _ = step();
        assertThat(room().turn(ticket, SEED)).isInstanceOf(Turn.Lapsed.class);
    }

    @Test
    void a_closed_room_stays_as_it_was_and_the_next_begins_anew() {
        WaitingRoom first = opened(Optional.empty());
        Ticket ticket = arrive();

        assertThat(rooms().change(first.id(), WaitingRoom::closed)).isPresent();

        assertThat(rooms().openAt(fair.org(), fair.event())).isEmpty();
        assertThat(rooms().arrive(fair.org(), fair.event())).isEmpty();
        assertThat(rooms().change(first.id(), WaitingRoom::closed)).isEmpty();
        assertThat(room().numbers().issued()).isEqualTo(1);
        assertThat(room().turn(ticket, SEED)).isInstanceOf(Turn.Through.class);
        WaitingRoom second = opened(Optional.empty());
        assertThat(second.id().epoch()).isEqualTo(2);
        assertThat(second.numbers().issued()).isZero();
        assertThat(room().turn(ticket, SEED)).isInstanceOf(Turn.Lapsed.class);
        assertThat(rooms().change(first.id(), WaitingRoom::closed)).isEmpty();
    }

    @Test
    void rooms_of_two_events_and_two_orgs_are_not_each_others() {
        Fair second = fair.second(6);
        Fair other = Fair.of(storage, 6);
        WaitingRoom _ = opened(Optional.empty());
        Ticket _ = arrive();

        assertThat(rooms().find(fair.org(), second.event())).isEmpty();
        assertThat(rooms().find(other.org(), fair.event())).isEmpty();
        assertThat(rooms().open(other.org(), fair.event(), Optional.empty(), 10)).isPresent();
        assertThat(rooms().arrive(other.org(), fair.event()).orElseThrow().number()).isZero();
    }
}
