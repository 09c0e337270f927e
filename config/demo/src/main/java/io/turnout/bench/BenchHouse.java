package io.turnout.bench;

import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresEventPages;
import io.turnout.adapters.postgres.PostgresLicenses;
import io.turnout.adapters.postgres.PostgresLinkUploads;
import io.turnout.adapters.postgres.PostgresOrgKeys;
import io.turnout.adapters.postgres.PostgresOrgs;
import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkUploadTickets;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.attendeelink.BeginUpload;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// A database that servers under measurement share, and what must be in it: whoever measures says
/// what was answered, and the rows are counted.
final class BenchHouse {
    static final String STACK = "bench";
    static final byte[] MASTER_KEY = new byte[32];
    private static final Seats PLENTY = new Seats.Limited(Seats.SEATS_MAX);
    private static final Seats NONE = new Seats.Limited(0);
    private static final Instant FAR_OFF = Instant.parse("2100-01-01T12:00:00Z");

    /// Holds run out, so only those that count are what a room holds.
    private static final String COUNTS =
            """
            with entered as (
                select org_id, event_id, count(*) from attendee group by org_id, event_id
            ), kept as (
                select org_id, event_id, count(*) from hold where status = 'active'
                group by org_id, event_id
            )
            select (select count(*) from registration) as registrations,
                (select coalesce(sum(count), 0) from entered) as attendees,
                (select count(*) from outbox) as owed,
                (select count(*) from idempotency_key) as keys,
                (select count(*) from hold) as holds,
                (select count(*) from room
                    left join entered using (org_id, event_id)
                    left join kept using (org_id, event_id)
                    where taken <> coalesce(entered.count, 0)
                    or held <> coalesce(kept.count, 0)) as rooms_that_miscount
            """;

    private final BenchPostgres postgres;
    private final String database;
    private final Path folder;
    private final String redis;
    private final Jdbi jdbi;
    private final Gate gate;
    private long registered;
    private long held;

    /// A new one, under the name of a part of the bench.
    ///
    /// @param redis where its servers share links, or nothing
    BenchHouse(BenchPostgres postgres, String database, Path folder, String redis)
            throws IOException {
        this.redis = redis;
        this.postgres = postgres;
        this.database = database;
        this.folder = folder;
        postgres.create(database);
        this.jdbi = postgres.jdbi(database);
        this.gate = new Gate(jdbi, STACK);
        Files.writeString(
                folder.resolve("master.key"), Base64.getEncoder().encodeToString(MASTER_KEY));
    }

    /// Licenses the orgs of `fairs`, and publishes each with more seats than anybody fills.
    void publish(List<Fair> fairs) {
        fairs.stream()
                .map(Fair::org)
                .distinct()
                .forEach(
                        org -> {
                            new PostgresOrgs(gate).welcome(org);
                            new PostgresLicenses(gate)
                                    .keep(new License("L-" + org, LicenseStatus.ACTIVE, org));
                        });
        fairs.forEach(fair -> publish(fair, PLENTY));
    }

    /// Publishes one of an org that is licensed, without a seat.
    void publishFull(Fair fair) {
        publish(fair, NONE);
    }

    private void publish(Fair fair, Seats seats) {
        Event event =
                new Event(
                        fair.org(),
                        fair.event(),
                        "Bench",
                        FAR_OFF,
                        FAR_OFF,
                        ZoneOffset.UTC,
                        EventStatus.PUBLISHED,
                        List.of(new EventItem(fair.item(), "Ticket", BigDecimal.TEN)),
                        List.of(new EventSession(fair.session(), "Workshop", FAR_OFF, FAR_OFF)));
        new PostgresEventPages(gate)
                .keep(
                        event,
                        Map.of(
                                RoomId.of(fair.event()), seats,
                                RoomId.of(fair.item()), seats,
                                RoomId.of(fair.session()), seats));
    }

    /// A ticket to bring links to `fair`, and where to.
    String beginUpload(Fair fair, String message) {
        OpenKeys keys = new OpenKeys(new LocalKeyManagement(MASTER_KEY), new PostgresOrgKeys(gate));
        BeginUpload begin =
                new BeginUpload(
                        new PostgresLinkUploads(gate),
                        new TinkVault(keys),
                        new TinkUploadTickets(keys));
        if (begin.begin(fair.org(), fair.event(), message)
                instanceof BeginUpload.Answer.First(_, var ticket)) {
            return fair.path("link-uploads/" + ticket.value());
        }
        throw new IllegalStateException("no ticket for " + message);
    }

    /// A server of this house that takes requests.
    Server start(String instance, List<String> flags) throws IOException {
        return Server.start(BenchApplication.class, settings(database + "-" + instance), flags);
    }

    private Path settings(String instance) throws IOException {
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
                  maxThreads: 16
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
                                        postgres.url(database),
                                        folder.resolve("master.key"))
                        + (redis.isEmpty() ? "" : "cache: {type: redis, url: '" + redis + "'}\n"));
        return file;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    String database() {
        return database;
    }

    /// What was answered, or put there: so many more must be found.
    void expect(long registrations, long holds) {
        registered += registrations;
        held += holds;
    }

    long registered() {
        return registered;
    }

    long held() {
        return held;
    }

    /// @throws IllegalStateException when anything is missing, or there that nobody was told of
    void count() {
        Counts counts =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(COUNTS)
                                        .map(
                                                (row, _) ->
                                                        new Counts(
                                                                row.getLong("registrations"),
                                                                row.getLong("attendees"),
                                                                row.getLong("owed"),
                                                                row.getLong("keys"),
                                                                row.getLong("holds"),
                                                                row.getLong("rooms_that_miscount")))
                                        .one());
        Counts right = new Counts(registered, registered, registered, registered + held, held, 0);
        if (!counts.equals(right)) {
            throw new IllegalStateException("not exact: " + counts + " instead of " + right);
        }
    }

    private record Counts(
            long registrations,
            long attendees,
            long owed,
            long keys,
            long holds,
            long roomsThatMiscount) {}
}
