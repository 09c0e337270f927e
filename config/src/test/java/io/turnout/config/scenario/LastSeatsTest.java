package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.domain.capacity.Capacity;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole house, twice, on one database: many want the last seats, and one house is killed.
class LastSeatsTest {
    private static final int SEATS = 10;
    private static final int CLIENTS = 200;
    private static final Duration DELIVERED = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    @Test
    void two_hundred_race_for_ten_seats_and_ten_are_in_though_a_house_is_killed() throws Exception {
        try (Street street = new Street(folder, SEATS);
                Instance left = Instance.start(street.settings("left"));
                Instance right = Instance.start(street.settings("right"))) {
            List<HttpResponse<String>> answers = race(left, right);

            Set<String> admitted = new TreeSet<>();
            for (HttpResponse<String> answer : answers) {
                if (answer.statusCode() == 201 || answer.statusCode() == 200) {
                    admitted.add(JSON.readTree(answer.body()).path("id").asText());
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
                }
            }
            assertThat(admitted).hasSize(SEATS);
            assertThat(street.page().rooms().values())
                    .hasSize(3)
                    .allSatisfy(room -> assertThat(room.taken()).isEqualTo(SEATS))
                    .allSatisfy(room -> assertThat(room.held()).isZero())
                    .noneMatch(Capacity::over);
            assertThat(street.count("select count(*) from attendee")).isEqualTo(SEATS);
            assertThat(street.count("select count(*) from outbox where state <> 'set_aside'"))
                    .isEqualTo(SEATS);
            assertThat(street.texts("select registration_id from registration order by 1"))
                    .containsExactlyElementsOf(admitted);

            assertThat(externalIdsOnceSent(street))
                    .containsExactlyInAnyOrderElementsOf(
                            street.texts("select attendee_id from attendee"));
            assertThat(street.count("select count(*) from outbox where state = 'sent'"))
                    .isEqualTo(SEATS);
        }
    }

    /// Everybody starts at once; the left house dies when it, or the right one, said yes first.
    private static List<HttpResponse<String>> race(Instance left, Instance right) throws Exception {
        List<URI> houses = List.of(left.url(), right.url());
        CountDownLatch first = new CountDownLatch(1);
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> waiting =
                    IntStream.range(0, CLIENTS)
                            .mapToObj(
                                    number ->
                                            everybody.submit(
                                                    () -> {
                                                        var answer =
                                                                new Client(number, houses)
                                                                        .register();
                                                        first.countDown();
                                                        return answer;
                                                    }))
                            .toList();
            first.await();
            left.kill();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> one : waiting) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /// What the org has, as soon as nothing is owed any more.
    private static List<String> externalIdsOnceSent(Street street) throws InterruptedException {
        long deadline = System.nanoTime() + DELIVERED.toNanos();
        while (street.count("select count(*) from outbox where state = 'waiting'") > 0
                && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        return street.externalIds();
    }
}
