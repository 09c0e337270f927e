package io.turnout.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A real PostgreSQL under the data folder, as durable as in production: what it acknowledged is
/// there after a kill -9.
final class DemoDatabase implements AutoCloseable {
    static final String USER = "postgres";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final String CONNECTIONS = "100";

    private final EmbeddedPostgres server;

    private DemoDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static DemoDatabase start(DataFolder data, int port) {
        Path folder = data.file("postgres");
        Path complete = data.file("postgres.complete");
        try {
            if (Files.notExists(complete)) {
                // A first start that was cut short left half a database that nobody used.
                DataFolder.delete(folder);
            }
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setPort(port)
                            .setDataDirectory(folder)
                            .setOverrideWorkingDirectory(data.file("postgres-binaries").toFile())
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(START)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("max_connections", CONNECTIONS)
                            .start();
            Files.writeString(complete, "");
            return new DemoDatabase(server);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /// Stops the server that a killed demo left behind. The data folder is ours when this is
    /// called, so no living demo uses it.
    static boolean stopOrphan(DataFolder data) {
        Optional<ProcessHandle> orphan =
                pid(data.file("postgres/postmaster.pid"))
                        .flatMap(ProcessHandle::of)
                        .filter(
                                process ->
                                        process.info().command().orElse("").contains("postgres"));
        orphan.ifPresent(DemoDatabase::stop);
        return orphan.isPresent();
    }

    private static Optional<Long> pid(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /// SIGINT is what PostgreSQL calls a fast shutdown; `destroy` would wait for its clients.
    private static void stop(ProcessHandle process) {
        try {
            var _ = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
            var _ = process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | IOException e) {
            var _ = process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
