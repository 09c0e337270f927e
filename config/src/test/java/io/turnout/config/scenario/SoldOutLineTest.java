package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.domain.capacity.RoomId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole house, twice, on one database: twelve wait in the waiting room for five seats. Who
/// finds none left stands on the waiting list in the order of the room.
class SoldOutLineTest {
    private static final int SEATS = 5;
    private static final int WAITERS = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    @Test
    void those_left_in_the_room_when_it_is_sold_out_become_the_waiting_list() throws Exception {
        try (Street street = new Street(folder, SEATS);
                Instance left = Instance.start(slow(street.settings("left")));
                Instance right = Instance.start(slow(street.settings("right")))) {
            assertThat(street.waitingRooms().open(Street.ORG, Street.EVENT, Optional.empty(), 1))
                    .isPresent();
            List<URI> houses = List.of(left.url(), right.url());
            Waiter.awaitLine(houses);
            List<Waiter> waiters =
                    IntStream.range(0, WAITERS).mapToObj(i -> new Waiter(i, houses)).toList();
            for (Waiter waiter : waiters) {
                waiter.stand();
            }

            for (int i = 0; i < WAITERS; i++) {
                JsonNode told = JSON.readTree(waiters.get(i).comeIn().body());

                assertThat(told.path("status").asText())
                        .isEqualTo(i < SEATS ? "confirmed" : "waitlisted");
                assertThat(told.path("position").asInt()).isEqualTo(Math.max(0, i - SEATS + 1));
                assertThat(street.number(waiters.get(i).ticket()))
                        .isLessThan(street.room().front().called());
            }

            assertThat(street.room().soldOut()).isPresent();
            assertThat(
                            street.count(
                                    "select count(*) from registration where status ="
                                            + " 'waitlisted'"))
                    .isEqualTo(WAITERS - SEATS);
            assertThat(street.page().room(RoomId.of(Street.EVENT)))
                    .satisfies(hall -> assertThat(hall.taken()).isEqualTo(SEATS))
                    .satisfies(hall -> assertThat(hall.held()).isZero());
        }
    }

    /// One is called at a time.
    private static Path slow(Path settings) throws Exception {
        return Files.writeString(
                settings,
                "waitingRoom: {crowd: 1000, paceMin: 1, paceMax: 1}\n",
                StandardOpenOption.APPEND);
    }
}
