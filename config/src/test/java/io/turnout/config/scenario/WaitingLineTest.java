package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole house, twice, on one database: three hundred wait in one line, and one house is
/// killed while they do.
class WaitingLineTest {
    private static final int WAITERS = 300;
    private static final double PACE = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    @Test
    void three_hundred_come_in_once_each_in_their_turn_though_a_house_is_killed() throws Exception {
        try (Street street = new Street(folder, 1_000);
                Instance left = Instance.start(street.settings("left"));
                Instance right = Instance.start(street.settings("right"))) {
            assertThat(street.waitingRooms().open(Street.ORG, Street.EVENT, Optional.empty(), PACE))
                    .isPresent();
            Waiter.awaitLine(List.of(left.url(), right.url()));

            List<Waiter> waiters =
                    IntStream.range(0, WAITERS)
                            .mapToObj(i -> new Waiter(i, List.of(left.url(), right.url())))
                            .toList();
            Set<String> registrations = comeIn(waiters, left, street);

            assertThat(registrations).hasSize(WAITERS);
            assertThat(street.count("select count(*) from registration")).isEqualTo(WAITERS);
            assertThat(waiters.stream().map(Waiter::ticket).distinct()).hasSize(WAITERS);
            WaitingRoom room = street.room();
            assertThat(room.front().called()).isEqualTo(room.numbers().issued());
            comeAgain(waiters, right.url());
            assertThat(street.count("select count(*) from registration")).isEqualTo(WAITERS);
        }
    }

    private static Set<String> comeIn(List<Waiter> waiters, Instance left, Street street)
            throws Exception {
        CountDownLatch halfway = new CountDownLatch(WAITERS / 2);
        Set<String> registrations = new HashSet<>();
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> coming = new ArrayList<>();
            for (Waiter waiter : waiters) {
                coming.add(
                        everybody.submit(
                                () -> {
                                    HttpResponse<String> in = waiter.comeIn();
                                    long called = street.room().front().called();
                                    assertThat(street.number(waiter.ticket())).isLessThan(called);
                                    halfway.countDown();
                                    return in;
                                }));
            }
            halfway.await();
            left.kill();
            for (Future<HttpResponse<String>> one : coming) {
                registrations.add(JSON.readTree(one.get().body()).path("id").asText());
            }
        }
        return registrations;
    }

    private static void comeAgain(List<Waiter> waiters, URI house) throws Exception {
        for (Waiter waiter : waiters.subList(0, 20)) {
            assertThat(waiter.comeAgain(house).statusCode()).isEqualTo(429);
        }
    }
}
