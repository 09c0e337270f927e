package io.turnout.scenario;

import io.dropwizard.db.DataSourceFactory;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.bench.Server;
import io.turnout.config.MigrateCommand;
import io.turnout.config.TurnoutApplication;
import io.turnout.demo.DataFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;

/// A stack of our own: a PostgreSQL with fsync on, and instances of the server as processes of
/// their own.
final class OwnStack implements AutoCloseable {
    private static final String LOCAL = "127.0.0.1";
    private static final Duration ENDS = Duration.ofSeconds(20);
    private static final String USER = "postgres";

    private final String name;
    private final Path folder;
    private final Map<Integer, Server> servers = new ConcurrentSkipListMap<>();
    private final Jdbi jdbi;
    private volatile EmbeddedPostgres postgres;
    private volatile List<InetSocketAddress> open = List.of();
    private volatile List<URI> doors = List.of();

    private OwnStack(String name, Path folder, EmbeddedPostgres postgres) {
        this.name = name;
        this.folder = folder;
        this.postgres = postgres;
        // It listens at the same port after a crash.
        this.jdbi = PostgresJdbi.over(postgres.getPostgresDatabase());
    }

    static OwnStack open(String name, Path folder) throws IOException {
        var _ = Files.createDirectories(folder);
        OwnStack stack = new OwnStack(name, folder, postgres(folder, 0));
        DataSourceFactory database = new DataSourceFactory();
        database.setUrl(stack.databaseUrl(stack.databasePort()));
        database.setUser(USER);
        database.setPassword("");
        int _ = MigrateCommand.migrate(database);
        return stack;
    }

    private static EmbeddedPostgres postgres(Path folder, int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "150")
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    String name() {
        return name;
    }

    /// Each use is a connection of its own.
    Jdbi jdbi() {
        return jdbi;
    }

    int databasePort() {
        return postgres.getPort();
    }

    String databaseUrl(int port) {
        return "jdbc:postgresql://" + LOCAL + ":" + port + "/" + USER;
    }

    List<InetSocketAddress> open() {
        return open;
    }

    /// Where its instances take requests.
    List<URI> doors() {
        return doors;
    }

    /// Looked at for every request, so they are kept ready.
    private void seeDoors() {
        open = servers.values().stream().map(Server::address).toList();
        doors =
                open.stream()
                        .map(door -> URI.create("http://" + LOCAL + ":" + door.getPort()))
                        .toList();
    }

    /// @param flags for its JVM
    void start(int instance, Path settings, List<String> flags) {
        try {
            Server server = Server.start(TurnoutApplication.class, settings, flags);
            var _ = servers.put(instance, server);
            seeDoors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill(int instance) {
        remove(instance).kill();
    }

    void stop(int instance) {
        remove(instance).close();
    }

    /// It stands still for so long, as in a long collection of garbage or a virtual machine that is
    /// moved: it holds what it holds, and does not know that time has passed.
    void stall(int instance, Duration time) {
        Server server = servers.get(instance);
        if (server != null) {
            server.stall(time);
        }
    }

    private Server remove(int instance) {
        Server server = servers.remove(instance);
        if (server == null) {
            throw new IllegalArgumentException("there is no instance " + instance);
        }
        seeDoors();
        return server;
    }

    /// Its PostgreSQL ends without a word, as when a machine loses power, and is started again on
    /// what is on the disk. Returns when it takes connections.
    void crash() {
        try {
            int port = databasePort();
            Path pid = folder.resolve("postgres/postmaster.pid");
            ProcessHandle process =
                    ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                            .orElseThrow();
            var _ = new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start();
            var _ = process.onExit().get(ENDS.toSeconds(), TimeUnit.SECONDS);
            postgres.close();
            postgres = postgres(folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a PostgreSQL that does not end", e);
        }
    }

    @Override
    public void close() {
        servers.values().forEach(Server::close);
        try {
            postgres.close();
            DataFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
