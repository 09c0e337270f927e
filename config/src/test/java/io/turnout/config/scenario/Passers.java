package io.turnout.config.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// People who register at one house or another by chance, look at what they have at one by chance,
/// and now and then cancel it. Whoever is told that the org moves comes again with the same key;
/// whatever else goes wrong is written down.
final class Passers implements AutoCloseable {
    private static final int LINES = 4;
    private static final int TRIES = 50;
    private static final int ONE_IN = 4;
    private static final Duration PAUSE = Duration.ofMillis(80);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<URI> houses;
    private final ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> under = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean home;

    /// Registrations by their keys, and those of them that were cancelled.
    final Map<String, String> kept = new ConcurrentHashMap<>();

    final Queue<String> cancelled = new ConcurrentLinkedQueue<>();
    final Queue<String> faults = new ConcurrentLinkedQueue<>();
    final AtomicInteger relocating = new AtomicInteger();

    Passers(List<URI> houses) {
        this.houses = houses;
        for (int line = 0; line < LINES; line++) {
            Random chance = new Random(line);
            under.add(lines.submit(() -> walk(chance)));
        }
    }

    private void walk(Random chance) {
        while (!home) {
            try {
                pass(next.incrementAndGet(), chance);
            } catch (IOException | InterruptedException lost) {
                faults.add(lost.toString());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private interface Ask {
        HttpResponse<String> at(URI house) throws IOException, InterruptedException;
    }

    private void pass(int number, Random chance) throws IOException, InterruptedException {
        Client client = new Client(number, houses);
        JsonNode told = JSON.readTree(insist(client::ask, chance));
        String id = told.path("id").asText();
        if (id.isEmpty()) {
            return;
        }
        var _ = kept.put(client.key(), id);
        HttpRequest.Builder mine =
                HttpRequest.newBuilder()
                        .timeout(Duration.ofSeconds(15))
                        .header("Authorization", "Bearer " + told.path("manageToken").asText());
        String path = "/v1/orgs/" + Street.ORG + "/registrations/" + id;
        if (number % ONE_IN == 0) {
            JsonNode gone =
                    JSON.readTree(insist(house -> send(mine.DELETE(), house, path), chance));
            if (gone.path("status").asText().equals("cancelled")) {
                cancelled.add(id);
            } else {
                faults.add("not cancelled: " + gone);
            }
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, URI house, String path)
            throws IOException, InterruptedException {
        return Street.WIRE.send(
                request.copy().uri(house.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String insist(Ask ask, Random chance) throws IOException, InterruptedException {
        for (int tried = 0; tried < TRIES; tried++) {
            HttpResponse<String> answer = ask.at(houses.get(chance.nextInt(houses.size())));
            if (answer.statusCode() < 300) {
                return answer.body();
            }
            if (!answer.body().contains("urn:turnout:problem:relocating")) {
                faults.add(answer.statusCode() + " " + answer.body());
                return "{}";
            }
            int _ = relocating.incrementAndGet();
        }
        faults.add("never had an answer");
        return "{}";
    }

    void goHome() throws Exception {
        home = true;
        for (Future<?> one : under) {
            if (one.get() != null) {
                throw new IllegalStateException();
            }
        }
    }

    @Override
    public void close() {
        home = true;
        lines.close();
    }
}
