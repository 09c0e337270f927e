package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.waitingroom.Crowding;
import io.turnout.domain.waitingroom.RoomRule;
import io.turnout.domain.waitingroom.Seed;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.Turn;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Twenty thousand arrive on two instances of one database while the line starts and moves.
class CrowdedLineTest {
    private static final int CROWD = 400;
    private static final int EACH = 50;
    private static final RoomRule RULE =
            new RoomRule(1_024, 2_000, 2_000, RoomRule.WhenSoldOut.STOPS);
    private static final Seed SEED = Seed.of("crowd");

    @RegisterExtension static final PostgresStorage POSTGRES = PostgresStorage.twice();
    private final Fair fair = Fair.of(POSTGRES, 6);

    private WaitingRooms rooms() {
        return POSTGRES.waitingRooms();
    }

    private WaitingRoom step() {
        POSTGRES.elapse(Duration.ofSeconds(1));
        WaitingRoom room = rooms().find(fair.org(), fair.event()).orElseThrow();
        return rooms().change(room.id(), one -> RULE.step(one, Crowding.NONE, Optional.empty()))
                .orElseThrow();
    }

    @Test
    void numbers_are_whole_nobody_overtakes_and_every_place_is_called_once() {
        WaitingRoom opened =
                rooms().open(fair.org(), fair.event(), Optional.empty(), 1).orElseThrow();
        assertThat(opened.isOpen()).isTrue();
        AtomicLong highestTold = new AtomicLong(-1);

        List<Long> inversions = Race.of(CROWD, i -> arrive(i, highestTold));

        WaitingRoom room = rooms().find(fair.org(), fair.event()).orElseThrow();
        assertThat(inversions).containsOnly(0L);
        assertThat(room.numbers().issued()).isEqualTo(CROWD * EACH);
        BitSet called = new BitSet();
        long before = room.front().called();
        called.set(0, (int) before);
        while (room.front().called() < room.numbers().issued()) {
            room = step();
            for (long place = before; place < room.front().called(); place++) {
                assertThat(called.get((int) place)).isFalse();
                called.set((int) place);
                assertThat(room.turn(room.ticket(place), SEED)).isInstanceOf(Turn.Called.class);
            }
            before = room.front().called();
        }
        assertThat(called.cardinality()).isEqualTo(CROWD * EACH);
    }

    /// How many had a number before this one asked, and stand behind it.
    private long arrive(int who, AtomicLong highestTold) {
        long inversions = 0;
        for (int i = 0; i < EACH; i++) {
            long before = highestTold.get();
            Ticket ticket = rooms().arrive(fair.org(), fair.event()).orElseThrow();
            inversions += ticket.number() < before ? 1 : 0;
            var _ = highestTold.accumulateAndGet(ticket.number(), Math::max);
            if (who == 0 && i % 10 == 5) {
                var _ = step();
            }
        }
        return inversions;
    }
}
