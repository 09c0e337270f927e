package io.turnout.config.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresEventPages;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.adapters.postgres.PostgresLicenses;
import io.turnout.adapters.postgres.PostgresOrgs;
import io.turnout.adapters.postgres.PostgresWaitingRooms;
import io.turnout.application.publishing.EventPage;
import io.turnout.application.waitingroom.WaitingRooms;
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
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.simulator.Simulator;
import io.turnout.simulator.SimulatorSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/// What stands around some houses: one real PostgreSQL, one Salesforce, and an org with an event
/// whose hall, only ticket and only workshop all have the same few seats.
final class Street implements AutoCloseable {
    static final String STACK = "street";
    static final OrgId ORG = new OrgId("00DTURNOUT0000125A");
    static final EventId EVENT = new EventId("a01000000000001");
    static final ItemId TICKET = new ItemId("a02000000000001");
    static final SessionId WORKSHOP = new SessionId("a03000000000001");

    /// By which whoever lives here asks a house.
    static final HttpClient WIRE =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private static final ObjectMapper JSON = new ObjectMapper();
    static final Instant FAR_OFF = Instant.parse("2100-01-01T12:00:00Z");

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final Jdbi jdbi;
    private final Simulator simulator;

    Street(Path folder, int seats) throws IOException {
        this(folder, seats, List.of());
    }

    /// @param invited the addresses of those whom the org has invited by itself
    Street(Path folder, int seats, List<String> invited) throws IOException {
        this.folder = folder;
        this.postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        var _ = Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
        this.jdbi = PostgresJdbi.over(postgres.getPostgresDatabase());
        this.simulator = Simulator.start(Seed.of(keys(), invited));
        publish(seats);
    }

    private RSAPublicKey keys() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            String key = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
            Files.writeString(
                    folder.resolve("org.pem"),
                    "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
            Files.writeString(
                    folder.resolve("master.key"), Base64.getEncoder().encodeToString(new byte[32]));
            return (RSAPublicKey) pair.getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }

    private void publish(int count) {
        Gate gate = new Gate(jdbi, STACK);
        new PostgresOrgs(gate).welcome(ORG);
        new PostgresLicenses(gate).keep(new License("L-1", LicenseStatus.ACTIVE, ORG));
        Seats seats = new Seats.Limited(count);
        new PostgresEventPages(gate)
                .keep(
                        event(),
                        Map.of(
                                RoomId.of(EVENT), seats,
                                RoomId.of(TICKET), seats,
                                RoomId.of(WORKSHOP), seats));
    }

    static Event event() {
        return new Event(
                ORG,
                EVENT,
                "Fair",
                FAR_OFF,
                FAR_OFF,
                ZoneOffset.UTC,
                EventStatus.PUBLISHED,
                List.of(new EventItem(TICKET, "Ticket", BigDecimal.TEN)),
                List.of(new EventSession(WORKSHOP, "Workshop", FAR_OFF, FAR_OFF)));
    }

    EventPage page() {
        return new PostgresEventPages(new Gate(jdbi, STACK)).find(ORG, EVENT).orElseThrow();
    }

    int count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    /// Changes something by hand, through the gate as everybody.
    void change(String sql) {
        jdbi.useTransaction(
                handle -> {
                    var _ =
                            handle.select("select org_enter(?, ?)", ORG.value(), STACK)
                                    .mapTo(String.class)
                                    .one();
                    int _ = handle.execute(sql);
                });
    }

    List<String> texts(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /// The external ids of the attendees the org has.
    List<String> externalIds() {
        List<String> ids = new ArrayList<>();
        seenByTheOrg("/rows/Attendee__c")
                .forEach(row -> ids.add(row.path("External_Id__c").asText()));
        return ids;
    }

    /// The addresses of the attendees the org has.
    List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        seenByTheOrg("/rows/Attendee__c")
                .forEach(row -> addresses.add(row.path("Email__c").asText()));
        return addresses;
    }

    /// The addresses of the links that the org was told, by whom they are for.
    Map<String, URI> links() {
        Map<String, URI> links = new LinkedHashMap<>();
        for (JsonNode row : seenByTheOrg("/rows/Attendee__c")) {
            if (row.hasNonNull("Link__c")) {
                links.put(row.path("Email__c").asText(), URI.create(row.path("Link__c").asText()));
            }
        }
        return links;
    }

    /// Whether a call is in the org right now.
    boolean calling() {
        return seenByTheOrg("/counters").path("running").asInt() > 0;
    }

    private JsonNode seenByTheOrg(String what) {
        URI there = simulator.admin().resolve("/orgs/" + ORG + what);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JSON.readTree(
                    client.send(
                                    HttpRequest.newBuilder(there).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /// Where its PostgreSQL is.
    String address() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    Gate gate() {
        return new Gate(jdbi, STACK);
    }

    WaitingRooms waitingRooms() {
        return new PostgresWaitingRooms(gate());
    }

    WaitingRoom room() {
        return waitingRooms().find(ORG, EVENT).orElseThrow();
    }

    /// The number of a ticket, which its bearer may read as well as we.
    long number(String ticket) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(ticket)).getLong(1 + Long.BYTES);
    }

    Simulator simulator() {
        return simulator;
    }

    /// The settings file of a house in this street, on whatever ports are free.
    Path settings(String instance) throws IOException {
        return settings(instance, Balancer.Doors.ANY, Duration.ZERO);
    }

    Path settings(String instance, Balancer.Doors doors, Duration drain) throws IOException {
        Path file = folder.resolve(instance + ".yml");
        Files.writeString(
                file,
                """
                stack: %s
                instance: %s
                drain: %dms
                storage:
                  type: postgres
                  database:
                    url: %s
                    user: postgres
                    maxSize: 16
                    checkConnectionOnBorrow: true
                keyManagement: {type: local, masterKeyFile: %s}
                # The event was published by hand; the org has it as a name only.
                catalogue: {callers: 0, pollers: 0, poll: 1s}
                salesforce:
                  orgs:
                    - org: %s
                      loginUrl: %s
                      consumerKey: %s
                      username: %s
                      audience: https://login.salesforce.com
                      privateKeyFile: %s
                server:
                  registerDefaultExceptionMappers: false
                  maxThreads: 16
                  gzip: {enabled: false}
                  requestLog: {appenders: []}
                  applicationConnectors: [{type: http, port: %d, bindHost: 127.0.0.1}]
                  adminConnectors: [{type: http, port: %d, bindHost: 127.0.0.1}]
                logging: {level: INFO}
                """
                        .formatted(
                                STACK,
                                instance,
                                drain.toMillis(),
                                address(),
                                folder.resolve("master.key"),
                                ORG,
                                simulator.api(ORG.value()),
                                SimulatorSettings.CONSUMER_KEY,
                                SimulatorSettings.USERNAME,
                                folder.resolve("org.pem"),
                                doors.application(),
                                doors.admin()));
        return file;
    }

    @Override
    public void close() throws IOException {
        simulator.close();
        postgres.close();
    }
}
