package io.turnout.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresEventPages;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.adapters.postgres.PostgresLicenses;
import io.turnout.adapters.postgres.PostgresOrgs;
import io.turnout.bench.Server;
import io.turnout.config.TurnoutApplication;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// Servers as processes of their own beside each other, over one PostgreSQL with an org whose
/// event is on sale. They call no Salesforce.
final class Terrace implements AutoCloseable {
    static final OrgId ORG = new OrgId("00DTURNOUT0000125A");
    static final String EMBEDDED = "{type: embedded}";

    private static final EventId EVENT = new EventId("a01000000000001");
    private static final ItemId TICKET = new ItemId("a02000000000001");
    private static final String STACK = "terrace";
    private static final Instant FAR_OFF = Instant.parse("2100-01-01T12:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final Releasers releasers = new Releasers();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DataFolder data;
    private final DemoDatabase database;
    private final String url;
    private final Path masterKey;

    private Terrace(Path folder) {
        data = new DataFolder(folder);
        data.open();
        int port = RealUnleash.freePort();
        database = DemoDatabase.start(data, port);
        url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        masterKey = DemoKeys.in(data).masterKey();
        var _ = data.secret("releasers.jwks", releasers.jwkSet());
    }

    static Terrace open() throws IOException {
        Terrace terrace = new Terrace(Files.createTempDirectory("turnout-terrace"));
        var _ = Flyway.configure().dataSource(terrace.url, DemoDatabase.USER, "").load().migrate();
        terrace.publish();
        return terrace;
    }

    private void publish() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(DemoDatabase.USER);
        Gate gate = new Gate(PostgresJdbi.over(source), STACK);
        new PostgresOrgs(gate).welcome(ORG);
        new PostgresLicenses(gate).keep(new License("L-1", LicenseStatus.ACTIVE, ORG));
        Event event =
                new Event(
                        ORG,
                        EVENT,
                        "Fair",
                        FAR_OFF,
                        FAR_OFF,
                        ZoneOffset.UTC,
                        EventStatus.PUBLISHED,
                        List.of(new EventItem(TICKET, "Ticket", BigDecimal.TEN)),
                        List.of());
        new PostgresEventPages(gate)
                .keep(
                        event,
                        Map.of(
                                RoomId.of(EVENT), new Seats.Limited(100),
                                RoomId.of(TICKET), new Seats.Limited(100)));
    }

    /// Starts one, and returns when it takes requests.
    ///
    /// @param flags its settings of flags
    House start(String instance, String flags) {
        try {
            Path file =
                    Files.writeString(
                            data.file(instance + ".yml"),
                            """
                            stack: %s
                            instance: %s
                            flags: %s
                            storage:
                              type: postgres
                              database: {url: '%s', user: postgres, maxSize: 16}
                            keyManagement: {type: local, masterKeyFile: %s}
                            catalogue: {callers: 0, pollers: 0, poll: 1s}
                            salesforce: {}
                            door:
                              operators: {jwkSetFile: %s, issuer: '%s', audience: %s}
                            server:
                              registerDefaultExceptionMappers: false
                              maxThreads: 16
                              gzip: {enabled: false}
                              requestLog: {appenders: []}
                              applicationConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                              adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                            logging:
                              level: WARN
                              loggers:
                                io.turnout: INFO
                                org.eclipse.jetty.server.AbstractConnector: INFO
                              appenders:
                                - {type: console, target: stdout}
                                - {type: file, currentLogFilename: %s, archive: false}
                            """
                                    .formatted(
                                            STACK,
                                            instance,
                                            flags,
                                            url,
                                            masterKey,
                                            data.file("releasers.jwks"),
                                            Releasers.ISSUER,
                                            Releasers.AUDIENCE,
                                            log(instance)));
            return new House(
                    Server.start(
                            TurnoutApplication.class, file, List.of("-XX:TieredStopAtLevel=1")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log(String instance) {
        return data.file(instance + ".log");
    }

    /// What an instance had to say of its Unleash server.
    List<String> saidOfFlags(String instance) {
        try (Stream<String> lines = Files.lines(log(instance))) {
            return lines.filter(line -> line.contains("the Unleash server")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        database.close();
        data.close();
    }

    /// One of the servers.
    final class House implements AutoCloseable {
        private final Server server;

        private House(Server server) {
            this.server = server;
        }

        private HttpRequest.Builder at(String path) {
            return HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + server.address().getPort() + path));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /// What a releaser is answered; it must be a yes.
        JsonNode asks(String subject, String method, String path, String body) {
            HttpResponse<String> answer =
                    send(
                            at("/v1/operator/" + path)
                                    .header("Authorization", "Bearer " + releasers.token(subject))
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(path + ": " + answer.statusCode() + answer.body());
            }
            try {
                return JSON.readTree(answer.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode reads(String path) {
            return asks("ann", "GET", path, "");
        }

        /// What visitors of the event come to.
        String page() {
            return send(at("/o/" + ORG + "/e/" + EVENT)).body();
        }

        /// How a registration is answered.
        int register() {
            String body =
                    """
                    {"attendees":[{"name":"Ada","email":"ada@example.com","item":"%s"}]}
                    """
                            .formatted(TICKET);
            return send(at("/v1/orgs/" + ORG + "/events/" + EVENT + "/registrations")
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(HttpRequest.BodyPublishers.ofString(body)))
                    .statusCode();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
