package io.turnout.bench;

import io.turnout.adapters.postgres.PostgresJdbi;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/// A PostgreSQL that means what it says (fsync on), and what it uses while it is measured.
final class BenchPostgres implements AutoCloseable {
    static final String USER = "postgres";
    private static final String PLENTY_OF_CLIENTS = "700";

    private final Path data;
    private final EmbeddedPostgres server;

    BenchPostgres(Path folder) throws IOException {
        this.data = folder.resolve("postgres");
        this.server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", PLENTY_OF_CLIENTS)
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "8GB")
                        .start();
    }

    /// A new database of the newest shape.
    void create(String database) {
        jdbi(USER).useHandle(handle -> handle.execute("create database " + database));
        var _ = Flyway.configure().dataSource(server.getDatabase(USER, database)).load().migrate();
    }

    Jdbi jdbi(String database) {
        return PostgresJdbi.over(server.getDatabase(USER, database));
    }

    String url(String database) {
        return server.getJdbcUrl(USER, database);
    }

    int port() {
        return server.getPort();
    }

    /// The processor time of all its processes that still live.
    Duration cpu() throws IOException {
        String postmaster = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(postmaster)).stream()
                .flatMap(ProcessHandle::descendants)
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// How much log it has written so far.
    long walBytes() {
        return jdbi(USER)
                .withHandle(
                        handle ->
                                handle.createQuery("select pg_current_wal_lsn() - '0/0'")
                                        .mapTo(Long.class)
                                        .one());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
