package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A house dies in the middle of a call to Salesforce: the other one makes it again.
class RelayTakeoverTest {
    private static final int PEOPLE = 5;
    private static final Duration CALLING = Duration.ofSeconds(20);

    /// Ten seconds of lease, and what a cold house on a busy machine takes to sign in and call.
    private static final Duration TAKEN_OVER = Duration.ofSeconds(20);

    @TempDir private Path folder;

    @Test
    void who_dies_while_calling_is_relieved_when_the_lease_ends_and_rows_are_there_once()
            throws Exception {
        try (Street street = new Street(folder, 100);
                Instance left = Instance.start(street.settings("left"));
                Instance right = Instance.start(street.settings("right"))) {
            firstCallHangs(street);
            for (int i = 0; i < PEOPLE; i++) {
                assertThat(new Client(i, List.of(left.url(), right.url())).register().statusCode())
                        .isEqualTo(201);
            }
            // Killed before its call arrives, it would leave the hanging to the other one.
            await(street, CALLING, () -> !holder(street).isEmpty() && street.calling());

            (holder(street).equals(List.of("left")) ? left : right).kill();

            await(street, TAKEN_OVER, () -> sent(street) == PEOPLE);
            assertThat(street.externalIds())
                    .containsExactlyInAnyOrderElementsOf(
                            street.texts("select attendee_id from attendee"));
        }
    }

    private static void firstCallHangs(Street street) throws Exception {
        URI faults = street.simulator().admin().resolve("/orgs/" + Street.ORG + "/faults");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(faults)
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    """
                                                    {"kind":"slow","millis":30000,"calls":1,
                                                    "path":".*/composite/.*"}
                                                    """))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        }
    }

    private static List<String> holder(Street street) {
        return street.texts("select claimed_by from lane where lease_until > now()");
    }

    private static int sent(Street street) {
        return street.count("select count(*) from outbox where state = 'sent'");
    }

    private static void await(Street street, Duration limit, BooleanSupplier done)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> "in time, with " + street.texts("select lane::text from lane"))
                    .isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
