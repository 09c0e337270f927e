package io.turnout.bench;

import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresEventPages;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.adapters.postgres.PostgresLicenses;
import io.turnout.adapters.postgres.PostgresOrgs;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/// What is measured, beside the servers: a PostgreSQL that means what it says (fsync on), an org
/// with a hot event nobody fills, and one that was full from the start.
final class BenchHouse implements AutoCloseable {
    static final String STACK = "bench";
    static final byte[] MASTER_KEY = new byte[32];
    private static final int PLENTY = Seats.SEATS_MAX;
    /// Holds run out, so only those that count are what a room holds.
    private static final String MISCOUNTED =
            """
            room where event_id = '%s'
            and held <> (select count(*) from hold where status = 'active')
            """
                    .formatted(Bodies.HOT);
    private static final Instant FAR_OFF = Instant.parse("2100-01-01T12:00:00Z");

    private final EmbeddedPostgres postgres;
    private final Jdbi jdbi;
    private final Path folder;

    BenchHouse(Path folder) throws IOException {
        this.folder = folder;
        this.postgres =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "8GB")
                        .start();
        var _ = Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
        this.jdbi = PostgresJdbi.over(postgres.getPostgresDatabase());
        Gate gate = new Gate(jdbi, STACK);
        new PostgresOrgs(gate).welcome(Bodies.ORG);
        new PostgresLicenses(gate).keep(new License("L-1", LicenseStatus.ACTIVE, Bodies.ORG));
        publish(gate, Bodies.HOT, Bodies.TICKET, Bodies.WORKSHOP, PLENTY);
        publish(gate, Bodies.FULL, Bodies.FULL_TICKET, Bodies.FULL_WORKSHOP, 0);
        Files.writeString(
                folder.resolve("master.key"), Base64.getEncoder().encodeToString(MASTER_KEY));
    }

    private static void publish(Gate gate, EventId id, ItemId item, SessionId session, int count) {
        Event event =
                new Event(
                        Bodies.ORG,
                        id,
                        "Bench",
                        FAR_OFF,
                        FAR_OFF,
                        ZoneOffset.UTC,
                        EventStatus.PUBLISHED,
                        List.of(new EventItem(item, "Ticket", BigDecimal.TEN)),
                        List.of(new EventSession(session, "Workshop", FAR_OFF, FAR_OFF)));
        Seats seats = new Seats.Limited(count);
        new PostgresEventPages(gate)
                .keep(
                        event,
                        Map.of(
                                RoomId.of(id), seats,
                                RoomId.of(item), seats,
                                RoomId.of(session), seats));
    }

    Path settings(String instance) throws IOException {
        Path file = folder.resolve(instance + ".yml");
        Files.writeString(
                file,
                """
                stack: %s
                instance: %s
                storage:
                  type: postgres
                  database: {url: "%s", user: postgres, maxSize: 16}
                keyManagement: {type: local, masterKeyFile: "%s"}
                salesforce: {orgs: []}
                waitingRoom: {crowd: 1000000}
                relay: {callers: 0, rows: 5, age: 9s, max: 200, pace: 2s, poll: 200ms}
                server:
                  registerDefaultExceptionMappers: false
                  enableVirtualThreads: true
                  gzip: {enabled: false}
                  requestLog: {appenders: []}
                  applicationConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                  adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                logging:
                  level: WARN
                  loggers: {org.eclipse.jetty.server.AbstractConnector: INFO}
                """
                        .formatted(
                                STACK,
                                instance,
                                postgres.getJdbcUrl("postgres", "postgres"),
                                folder.resolve("master.key")));
        return file;
    }

    /// Rows, what is owed, what is held, and what each room of the hot event counts.
    record Counts(
            long registrations,
            long attendees,
            long owed,
            long keys,
            long holds,
            List<Long> taken,
            long roomsThatMiscount) {
        boolean areAll(long registered, long held) {
            return registrations == registered
                    && attendees == registered
                    && owed == registered
                    && keys == registered + held
                    && holds == held
                    && roomsThatMiscount == 0
                    && taken.stream().allMatch(count -> count == registered);
        }
    }

    Counts counts() {
        return new Counts(
                count("registration"),
                count("attendee"),
                count("outbox"),
                count("idempotency_key"),
                count("hold"),
                jdbi.withHandle(
                        handle ->
                                handle.createQuery("select taken from room where event_id = :event")
                                        .bind("event", Bodies.HOT.value())
                                        .mapTo(Long.class)
                                        .list()),
                count(MISCOUNTED));
    }

    private long count(String table) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select count(*) from " + table)
                                .mapTo(Long.class)
                                .one());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
