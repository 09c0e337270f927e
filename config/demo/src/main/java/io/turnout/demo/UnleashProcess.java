package io.turnout.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A running Unleash server, which ends with us.
final class UnleashProcess implements AutoCloseable {
    static final String ADMIN_TOKEN = "*:*.turnout-local-admin";
    static final String READING_TOKEN = "default:production.turnout-local-backend";

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Process process;
    private final URI address;

    private UnleashProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Where it keeps its own data.
    record Database(int port, String name) {}

    /// Returns when it answers.
    static UnleashProcess start(UnleashPackage installed, Database database, int port, Path log) {
        URI address = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder builder =
                new ProcessBuilder("node", installed.program().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment()
                .putAll(
                        Map.ofEntries(
                                Map.entry("NODE_ENV", "production"),
                                Map.entry("TZ", "UTC"),
                                Map.entry("DATABASE_HOST", "127.0.0.1"),
                                Map.entry("DATABASE_PORT", Integer.toString(database.port())),
                                Map.entry("DATABASE_NAME", database.name()),
                                Map.entry("DATABASE_USERNAME", DemoDatabase.USER),
                                Map.entry("DATABASE_PASSWORD", ""),
                                Map.entry("DATABASE_SSL", "false"),
                                Map.entry("HTTP_HOST", "127.0.0.1"),
                                Map.entry("HTTP_PORT", Integer.toString(port)),
                                Map.entry("UNLEASH_URL", address.toString()),
                                Map.entry("UNLEASH_SECRET", "local-work-only"),
                                Map.entry("CHECK_VERSION", "false"),
                                Map.entry("SEND_TELEMETRY", "false"),
                                Map.entry("INIT_ADMIN_API_TOKENS", ADMIN_TOKEN),
                                Map.entry("INIT_BACKEND_API_TOKENS", READING_TOKEN),
                                Map.entry("UNLEASH_DEFAULT_ADMIN_USERNAME", "admin"),
                                Map.entry("UNLEASH_DEFAULT_ADMIN_PASSWORD", "unleash4all")));
        try {
            UnleashProcess server = new UnleashProcess(builder.start(), address);
            server.awaitHealth(log);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Unleash did not start", e);
        }
    }

    private void awaitHealth(Path log) {
        long deadline = System.nanoTime() + START.toNanos();
        while (!isWell()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                kill();
                throw new DemoTrouble("the Unleash server did not start: see " + log);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoTrouble("was interrupted");
            }
        }
    }

    private boolean isWell() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/health")).timeout(START).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    URI address() {
        return address;
    }

    /// Returns when it has ended, by whatever.
    void awaitEnd() {
        var _ = process.onExit().join();
    }

    /// As power cuts end it.
    void kill() {
        try {
            var _ = process.destroyForcibly().waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
