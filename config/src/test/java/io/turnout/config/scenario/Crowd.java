package io.turnout.config.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Visitors who read pages and register through one address, and never try anything twice: what
/// goes wrong for one of them is a failure.
final class Crowd implements AutoCloseable {
    private static final int VISITORS = 8;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final URI house;
    private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger registered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean home;

    private Crowd(URI house) {
        this.house = house;
    }

    static Crowd at(URI house) {
        Crowd crowd = new Crowd(house);
        for (int i = 0; i < VISITORS; i++) {
            var _ = crowd.visitors.submit(crowd::visit);
        }
        return crowd;
    }

    private void visit() {
        // Each has connections of its own, kept open as browsers do.
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!home) {
                ask(client, request("/o/%s/e/%s".formatted(Street.ORG, Street.EVENT)).build(), 200);
                ask(client, registration(next.incrementAndGet()), 201);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(house.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private HttpRequest registration(int number) {
        String body =
                """
                {"attendees":[{"email":"visitor%d@example.com","name":"Visitor %d",
                "item":"%s","sessions":["%s"]}]}
                """
                        .formatted(number, number, Street.TICKET, Street.WORKSHOP);
        return request("/v1/orgs/%s/events/%s/registrations".formatted(Street.ORG, Street.EVENT))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "crowd-" + number)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /// A registration that a balancer sent twice is answered 200, and is one.
    private void ask(HttpClient client, HttpRequest request, int wanted)
            throws InterruptedException {
        int _ = asked.incrementAndGet();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != wanted && answer.statusCode() != 200) {
                var _ =
                        failures.add(
                                "%s %d %s %s"
                                        .formatted(
                                                request.method(),
                                                answer.statusCode(),
                                                Instant.now(),
                                                answer.body().lines().findFirst().orElse("")));
            } else if (wanted == 201) {
                int _ = registered.incrementAndGet();
            }
        } catch (IOException cut) {
            var _ = failures.add(request.method() + " " + cut);
        }
    }

    int asked() {
        return asked.get();
    }

    int registered() {
        return registered.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    void goHome() {
        home = true;
        visitors.close();
    }

    @Override
    public void close() {
        home = true;
        visitors.shutdownNow();
    }
}
