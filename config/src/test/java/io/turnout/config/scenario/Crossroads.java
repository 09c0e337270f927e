package io.turnout.config.scenario;

import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresEventPages;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.adapters.postgres.PostgresRelocations;
import io.turnout.adapters.postgres.PostgresStackStore;
import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.application.publishing.EventPage;
import io.turnout.application.relocation.MovableStack;
import io.turnout.application.relocation.Relocations;
import io.turnout.domain.relocation.StackName;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/// Two streets that meet: each has a PostgreSQL and a master key of its own, and an org may move
/// from one to the other.
final class Crossroads implements AutoCloseable {
    static final StackName STREET = new StackName(Street.STACK);
    static final StackName AVENUE = new StackName("avenue");

    private static final byte[] STREETS_KEY = new byte[32];
    private static final byte[] AVENUES_KEY = key(1);
    private static final byte[] SHARED_KEY = key(2);

    private final Path folder;
    private final Street street;
    private final EmbeddedPostgres postgres;
    private final Jdbi jdbi;
    private final int streetsPort = Started.freePort();
    private final int avenuesPort = Started.freePort();

    Crossroads(Path folder, int seats) throws IOException {
        this.folder = folder;
        this.street = new Street(folder, seats);
        this.postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        var _ = Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
        this.jdbi = PostgresJdbi.over(postgres.getPostgresDatabase());
        keep("avenue.key", AVENUES_KEY);
        keep("shared.key", SHARED_KEY);
    }

    private static byte[] key(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) number);
        return key;
    }

    private void keep(String file, byte[] key) throws IOException {
        Files.writeString(folder.resolve(file), Base64.getEncoder().encodeToString(key));
    }

    Gate at(StackName stack) {
        return stack.equals(STREET) ? street.gate() : new Gate(jdbi, AVENUE.value());
    }

    StackName other(StackName stack) {
        return stack.equals(STREET) ? AVENUE : STREET;
    }

    MovableStack movable(StackName stack) {
        byte[] key = stack.equals(STREET) ? STREETS_KEY : AVENUES_KEY;
        return new MovableStack(
                new PostgresStackStore(jdbi(stack), stack),
                new LocalKeyManagement(key, List.of(), List.of()));
    }

    private Jdbi jdbi(StackName stack) {
        return stack.equals(STREET) ? street.jdbi() : jdbi;
    }

    /// The moves that are asked for at the street.
    Relocations relocations() {
        return new PostgresRelocations(at(STREET));
    }

    EventPage page(StackName stack) {
        return new PostgresEventPages(at(stack)).find(Street.ORG, Street.EVENT).orElseThrow();
    }

    List<String> texts(StackName stack, String sql) {
        return jdbi(stack).withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /// The settings of a house in the street.
    Path streets() throws IOException {
        String text =
                Files.readString(street.settings("in-street", doors(streetsPort), Duration.ZERO));
        return write(
                "in-street",
                text
                        + peer(
                                AVENUE,
                                avenuesPort,
                                postgres.getJdbcUrl("postgres", "postgres"),
                                "avenue.key"));
    }

    /// The settings of a house in the avenue, where no org begins.
    Path avenues() throws IOException {
        String text =
                Files.readString(street.settings("in-avenue", doors(avenuesPort), Duration.ZERO))
                        .replace("stack: street", "stack: avenue")
                        .replace(street.address(), postgres.getJdbcUrl("postgres", "postgres"))
                        .replace("master.key", "avenue.key")
                        .replace(
                                "      privateKeyFile:",
                                "      home: street\n      privateKeyFile:");
        return write("in-avenue", text + peer(STREET, streetsPort, street.address(), "master.key"));
    }

    private static Balancer.Doors doors(int port) {
        return new Balancer.Doors(port, 0);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yml"), text);
    }

    private String peer(StackName name, int port, String database, String key) {
        return """
        peers:
          keyFile: %s
          stacks:
            - name: %s
              url: http://127.0.0.1:%d
              database: {url: '%s', user: postgres}
              keyManagement: {type: local, masterKeyFile: %s}
        """
                .formatted(folder.resolve("shared.key"), name, port, database, folder.resolve(key));
    }

    @Override
    public void close() throws IOException {
        street.close();
        postgres.close();
    }
}
