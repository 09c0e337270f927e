package io.turnout.application.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.memory.MemoryStorage;
import io.turnout.domain.waitingroom.Crowding;
import io.turnout.domain.waitingroom.RoomRule;
import io.turnout.domain.waitingroom.Seed;
import io.turnout.domain.waitingroom.Shuffle;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.Turn;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A million tickets through the real rules and the twin, from one seed: 600,000 who wait for the
/// start and 400,000 who come while the line moves.
class MillionTicketsTest {
    private static final int EARLY = 600_000;
    private static final int ALL = 1_000_000;
    private static final int BUCKETS = 20;
    private static final RoomRule RULE =
            new RoomRule(1_024, 100, 1_000, RoomRule.WhenSoldOut.STOPS);

    private final MemoryStorage storage = new MemoryStorage();
    private final TicketSeals seals = storage.memory().waiting().seals();
    private final WaitingRooms rooms = storage.waitingRooms();
    private final Fair fair = Fair.of(storage, 6);
    private final Random chance = new Random(20_261_129);
    private final Ticket[] tickets = new Ticket[ALL];

    private int issued;

    private void arrive(int more) {
        for (int i = 0; i < more; i++) {
            Ticket ticket = rooms.arrive(fair.org(), fair.event()).orElseThrow();
            assertThat(ticket.number()).isEqualTo(issued);
            tickets[issued++] = ticket;
        }
    }

    private WaitingRoom step(WaitingRoomId id) {
        storage.elapse(Duration.ofSeconds(1));
        Crowding seen = new Crowding(0, 10, chance.nextInt(20) == 0 ? 1 : 0, Duration.ofSeconds(1));
        return rooms.change(id, room -> RULE.step(room, seen, Optional.empty())).orElseThrow();
    }

    @Test
    void nobody_comes_in_twice_nobody_overtakes_and_everybody_can_check_the_shuffle() {
        Instant now =
                rooms.open(fair.org(), fair.second(1).event(), Optional.empty(), 1)
                        .orElseThrow()
                        .asOf();
        WaitingRoom room =
                rooms.open(fair.org(), fair.event(), Optional.of(now.plusSeconds(60)), 100)
                        .orElseThrow();
        WaitingRoomId id = room.id();
        Seed seed = seals.seed(id);
        String commitment = seed.commitment();
        arrive(EARLY);
        assertThat(step(id).turn(tickets[0], seed)).isInstanceOf(Turn.Gathering.class);
        storage.elapse(Duration.ofSeconds(60));

        int[] byPlace = new int[ALL];
        int[] places = places(seed);
        assertThat(seed.commitment()).isEqualTo(commitment);
        assertThat(places).isEqualTo(recomputed(HexFormat.of().parseHex(seed.hex()), EARLY));
        assertThat(chiSquare(places)).isLessThan(447);
        for (int number = 0; number < ALL; number++) {
            byPlace[number < EARLY ? places[number] : number] = number;
        }

        BitSet admitted = new BitSet(ALL);
        int called = 0;
        int lastLate = -1;
        while (called < ALL) {
            arrive(Math.min(ALL - issued, chance.nextInt(900)));
            room = step(id);
            for (; called < room.front().called(); called++) {
                int number = byPlace[called];
                assertThat(admitted.get(number)).as("ticket %d came in twice", number).isFalse();
                admitted.set(number);
                if (number >= EARLY) {
                    assertThat(number).as("overtaken").isGreaterThan(lastLate);
                    assertThat(admitted.cardinality()).isGreaterThan(EARLY);
                    lastLate = number;
                }
            }
            look(room, seed, byPlace, called);
        }
        assertThat(admitted.cardinality()).isEqualTo(ALL);
    }

    /// Some of those around the front ask what their ticket is worth.
    private void look(WaitingRoom room, Seed seed, int[] byPlace, int called) {
        if (called > 0) {
            Ticket last = tickets[byPlace[called - 1]];
            assertThat(room.turn(last, seed)).isInstanceOf(Turn.Called.class);
        }
        if (called < issued) {
            Ticket next = tickets[byPlace[called]];
            assertThat(room.turn(next, seed))
                    .isInstanceOfSatisfying(
                            Turn.Waiting.class, turn -> assertThat(turn.ahead()).isZero());
        }
    }

    private static int[] places(Seed seed) {
        Shuffle shuffle = new Shuffle(seed, EARLY);
        return IntStream.range(0, EARLY)
                .parallel()
                .map(number -> (int) shuffle.place(number))
                .toArray();
    }

    /// As a stranger would do it who has the published seed and the specification: the whole list
    /// round by round, no line of ours.
    private static int[] recomputed(byte[] seed, int count) {
        int[] places = IntStream.range(0, count).toArray();
        for (int round = 0; round < 90; round++) {
            byte[] start = Arrays.copyOf(seed, 33);
            start[32] = (byte) round;
            long first = ByteBuffer.wrap(sha256(start)).order(ByteOrder.LITTLE_ENDIAN).getLong();
            int pivot = (int) Long.remainderUnsigned(first, count);
            byte[][] coins = new byte[count / 256 + 1][];
            for (int i = 0; i < count; i++) {
                int flip = Math.floorMod(pivot - places[i], count);
                int position = Math.max(places[i], flip);
                int block = position >>> 8;
                if (coins[block] == null) {
                    byte[] whole = Arrays.copyOf(start, 37);
                    for (int b = 0; b < 4; b++) {
                        whole[33 + b] = (byte) (block >>> (8 * b));
                    }
                    coins[block] = sha256(whole);
                }
                if ((coins[block][(position & 255) >>> 3] >>> (position & 7) & 1) == 1) {
                    places[i] = flip;
                }
            }
        }
        return places;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// When somebody came against where they stand, in twenty times twenty fields: with 361 degrees
    /// of freedom it is above 447 once in a thousand.
    private static double chiSquare(int[] places) {
        int[] fields = new int[BUCKETS * BUCKETS];
        int width = EARLY / BUCKETS;
        for (int number = 0; number < EARLY; number++) {
            fields[number / width * BUCKETS + places[number] / width]++;
        }
        double expected = (double) EARLY / fields.length;
        return IntStream.of(fields)
                .mapToDouble(seen -> (seen - expected) * (seen - expected) / expected)
                .sum();
    }
}
