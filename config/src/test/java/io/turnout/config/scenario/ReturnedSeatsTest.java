package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.capacity.RoomId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole house, twice, on one database: twenty give their seats back, sixty wait for them, and
/// one house is killed while seats are offered and taken.
class ReturnedSeatsTest {
    private static final int SEATS = 20;
    private static final int IN_LINE = 60;

    @TempDir private Path folder;

    @Test
    void each_seat_is_offered_once_and_in_order_though_a_house_is_killed() throws Exception {
        try (Street street = new Street(folder, SEATS);
                Instance left = Instance.start(street.settings("left"));
                Instance right = Instance.start(street.settings("right"))) {
            List<URI> houses = List.of(left.url(), right.url());
            List<Registrant> seated = registered(0, SEATS, "confirmed", houses);
            List<Registrant> line = registered(SEATS, IN_LINE, "waitlisted", houses);

            List<String> answers = passOn(seated, line.subList(0, SEATS), left);

            assertThat(answers).hasSize(2 * SEATS);
            assertThat(answers.subList(0, SEATS)).containsOnly("cancelled");
            assertThat(answers.subList(SEATS, 2 * SEATS)).containsOnly("confirmed");
            assertThat(
                            street.texts(
                                    "select registration_id from registration"
                                            + " where status = 'confirmed'"))
                    .containsExactlyInAnyOrderElementsOf(
                            line.subList(0, SEATS).stream().map(Registrant::id).toList());
            assertThat(street.count("select count(*) from registration where status = 'offered'"))
                    .isZero();
            assertThat(street.page().room(RoomId.of(Street.EVENT)))
                    .satisfies(hall -> assertThat(hall.taken()).isEqualTo(SEATS))
                    .satisfies(hall -> assertThat(hall.held()).isZero());
            for (int behind = SEATS; behind < IN_LINE; behind++) {
                assertThat(line.get(behind).look().path("position").asInt())
                        .isEqualTo(behind - SEATS + 1);
            }
        }
    }

    /// One after another, so that everybody's place is known.
    private static List<Registrant> registered(
            int first, int count, String status, List<URI> houses) throws Exception {
        List<Registrant> registrants =
                IntStream.range(first, first + count)
                        .mapToObj(i -> new Registrant(i, houses))
                        .toList();
        for (Registrant one : registrants) {
            assertThat(one.register()).isEqualTo(status);
        }
        return registrants;
    }

    /// All at once; the left house dies as soon as the first of them has a seat.
    private static List<String> passOn(
            List<Registrant> giving, List<Registrant> taking, Instance left) throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        List<Callable<String>> acts = new ArrayList<>();
        giving.forEach(one -> acts.add(one::cancel));
        for (Registrant one : taking) {
            acts.add(
                    () -> {
                        String status = one.acceptOnceOffered();
                        first.countDown();
                        return status;
                    });
        }
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> acting = acts.stream().map(everybody::submit).toList();
            first.await();
            left.kill();
            List<String> answers = new ArrayList<>();
            for (Future<String> one : acting) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
