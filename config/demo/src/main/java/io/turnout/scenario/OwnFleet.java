package io.turnout.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;

/// The instances that a house of our own starts and stops by itself, as they stand in its roll: a
/// front sends visitors to those that say they are ready, and it is written down how many that are.
final class OwnFleet implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ANSWER_MILLIS = 500;
    private static final int OK = 200;
    private static final String NONE_ANY_MORE =
            """
            insert into scaling_plan (least, most) values (0, 0)
            on conflict (only_one) do update set least = 0, most = 0
            """;

    private final Path roll;
    private final Jdbi jdbi;
    private final long began = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();
    private final Thread watcher =
            Thread.ofPlatform().name("fleet").daemon().unstarted(this::watch);
    private volatile List<Door> doors = List.of();
    private volatile boolean over;

    /// How many were wanted and how many took visitors, so many seconds after the start.
    record Sample(double second, int wanted, int ready) {}

    private record Door(long pid, URI address, URI ready) {}

    OwnFleet(Path folder, Jdbi jdbi) {
        this.roll = folder.resolve("instances.json");
        this.jdbi = jdbi;
    }

    /// Returns when the first takes visitors.
    void open() {
        watcher.start();
        await(() -> !doors.isEmpty(), "no instance was started");
    }

    private static void await(java.util.function.BooleanSupplier done, String otherwise) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise);
            }
            Pause.of(LOOK);
        }
    }

    List<URI> doors() {
        return doors.stream().map(Door::address).toList();
    }

    List<Sample> samples() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    private void watch() {
        while (!over) {
            JsonNode now = read();
            List<Door> ready = new ArrayList<>();
            for (Door door : doors(now)) {
                if (isReady(door).orElseGet(() -> doors.contains(door))) {
                    ready.add(door);
                }
            }
            doors = List.copyOf(ready);
            keep(now.path("desired").asInt(), ready.size());
            Pause.of(LOOK);
        }
    }

    /// From when the first takes visitors on.
    private void keep(int wanted, int ready) {
        synchronized (samples) {
            if (ready > 0 || !samples.isEmpty()) {
                samples.add(new Sample((System.nanoTime() - began) / 1e9, wanted, ready));
            }
        }
    }

    private JsonNode read() {
        try {
            return Files.exists(roll)
                    ? Wire.JSON.readTree(Files.readAllBytes(roll))
                    : Wire.JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Door> doors(JsonNode roll) {
        List<Door> all = new ArrayList<>();
        for (JsonNode one : roll.path("instances")) {
            String host = "http://127.0.0.1:";
            all.add(
                    new Door(
                            one.path("pid").asLong(),
                            URI.create(host + one.path("port").asInt()),
                            URI.create(host + one.path("adminPort").asInt() + "/ready")));
        }
        return all;
    }

    /// Empty where it does not answer in time: then it is what it was.
    private static Optional<Boolean> isReady(Door door) {
        try {
            HttpURLConnection asked = (HttpURLConnection) door.ready().toURL().openConnection();
            asked.setConnectTimeout(ANSWER_MILLIS);
            asked.setReadTimeout(ANSWER_MILLIS);
            return Optional.of(asked.getResponseCode() == OK);
        } catch (ConnectException notThere) {
            return Optional.of(false);
        } catch (IOException slow) {
            return Optional.empty();
        }
    }

    /// The house itself stops them all, since none are wanted any more.
    @Override
    public void close() {
        List<Door> last = doors(read());
        jdbi.useHandle(handle -> handle.execute(NONE_ANY_MORE));
        try {
            await(() -> doors(read()).isEmpty(), "instances are left");
        } finally {
            over = true;
            last.forEach(door -> ProcessHandle.of(door.pid()).ifPresent(OwnFleet::end));
        }
    }

    private static void end(ProcessHandle process) {
        try {
            var _ = process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            var _ = process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
