package io.turnout.domain.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final RoomId HALL = RoomId.of(new EventId("a01000000000001"));
    private static final int MOST = Seats.SEATS_MAX;

    private static Capacity hall(int seats, int held, int taken) {
        return new Capacity(HALL, new Seats.Limited(seats), held, taken);
    }

    @Test
    void a_room_admits_until_held_and_taken_fill_it() {
        assertThat(hall(6, 2, 3).admits(1)).isTrue();
        assertThat(hall(6, 2, 3).admits(2)).isFalse();
        assertThat(hall(6, 2, 4).admits(1)).isFalse();
        assertThat(hall(0, 0, 0).admits(1)).isFalse();
        assertThat(hall(0, 0, 0).admits(0)).isTrue();
    }

    @Test
    void what_remains_is_never_below_nought() {
        assertThat(hall(6, 2, 3).remaining()).hasValue(1);
        assertThat(hall(6, 2, 4).remaining()).hasValue(0);
        assertThat(hall(6, 2, 5).remaining()).hasValue(0);
    }

    @Test
    void a_room_is_over_when_more_are_in_than_it_has_seats() {
        assertThat(hall(6, 2, 4).over()).isFalse();
        assertThat(hall(6, 2, 5).over()).isTrue();
        assertThat(hall(6, 2, 5).admits(0)).isFalse();
    }

    @Test
    void an_uncounted_room_is_never_full() {
        Capacity lawn = new Capacity(HALL, new Seats.Unlimited(), MOST, MOST);

        assertThat(lawn.admits(MOST)).isTrue();
        assertThat(lawn.remaining()).isEmpty();
        assertThat(lawn.over()).isFalse();
    }

    @Test
    void holding_and_taking_move_one_counter_each() {
        assertThat(hall(6, 2, 3).hold(1)).isEqualTo(hall(6, 3, 3));
        assertThat(hall(6, 2, 3).take(-3)).isEqualTo(hall(6, 2, 0));
    }

    @Test
    void no_counter_is_below_nought() {
        assertThatIllegalArgumentException().isThrownBy(() -> hall(6, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> hall(6, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> hall(6, 1, 0).hold(-2));
    }

    @Test
    void seats_go_from_nought_to_ten_million() {
        assertThat(new Seats.Limited(0).count()).isZero();
        assertThat(new Seats.Limited(MOST).count()).isEqualTo(10_000_000);
        assertThatIllegalArgumentException().isThrownBy(() -> new Seats.Limited(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Seats.Limited(MOST + 1));
    }

    @Test
    void a_great_room_is_counted_without_overflow() {
        Capacity great = hall(MOST, Integer.MAX_VALUE - MOST, MOST);

        assertThat(great.admits(MOST)).isFalse();
        assertThat(great.remaining()).hasValue(0);
    }

    @Test
    void rooms_stand_in_the_order_of_their_ids() {
        RoomId ticket = RoomId.of(new ItemId("a02000000000001"));
        TreeSet<RoomId> rooms = new TreeSet<>(java.util.List.of(ticket, HALL));

        assertThat(rooms).containsExactly(HALL, ticket);
        assertThat(new RoomId(RoomKind.EVENT, HALL.id().substring(0, 15))).isEqualTo(HALL);
    }
}
