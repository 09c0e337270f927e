package io.turnout.scenario;

import io.dropwizard.db.DataSourceFactory;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.adapters.postgres.PostgresVanityHosts;
import io.turnout.application.hosting.VanityHosts;
import io.turnout.bench.Server;
import io.turnout.config.MigrateCommand;
import io.turnout.config.TurnoutApplication;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.org.OrgId;
import io.turnout.simulator.OrgSettings;
import io.turnout.simulator.SeedRow;
import io.turnout.simulator.Simulator;
import io.turnout.simulator.SimulatorSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jdbi.v3.core.Jdbi;

/// A house of our own on free ports: a PostgreSQL with fsync on, the orgs of the scenario in a
/// simulated Salesforce, and instances of the server as processes of their own.
final class OwnPlace implements Place {
    private static final String LOCAL = "127.0.0.1";
    private static final Duration HOSTS_ARE_SEEN = Duration.ofSeconds(3);
    private static final String BOOKS =
            """
            select (select count(*) from attendee where org_id = :org and event_id = :event
                        and status = 'confirmed') as attendees,
                (select count(*) from outbox where org_id = :org and event_id = :event) as owed,
                taken
            from room where org_id = :org and event_id = :event and kind = 'event'
            """;

    private final EmbeddedPostgres postgres;
    private final Simulator simulator;
    private final OwnSettings settings;
    private final Jdbi jdbi;
    private final Map<Integer, Server> servers = new ConcurrentSkipListMap<>();
    private volatile List<URI> doors = List.of();
    private volatile Optional<OwnFleet> fleet = Optional.empty();

    private OwnPlace(EmbeddedPostgres postgres, Simulator simulator, OwnSettings settings) {
        this.postgres = postgres;
        this.simulator = simulator;
        this.settings = settings;
        this.jdbi = PostgresJdbi.over(postgres.getPostgresDatabase());
    }

    static OwnPlace open(Path folder, Scenario scenario, Wire wire) throws IOException {
        List<String> orgs =
                scenario.events().values().stream()
                        .map(Scenario.EventAt::org)
                        .distinct()
                        .sorted()
                        .toList();
        Path fleet = folder.resolve("fleet");
        OwnSettings settings =
                new OwnSettings(folder, orgs, OwnSettings.scaled(scenario.house(), fleet));
        Simulator simulator = Simulator.start(simulated(settings, orgs, scenario));
        EmbeddedPostgres postgres =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "150")
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
        OwnPlace place = new OwnPlace(postgres, simulator, settings);
        DataSourceFactory database = new DataSourceFactory();
        database.setUrl(place.databaseUrl());
        database.setUser("postgres");
        database.setPassword("");
        int _ = MigrateCommand.migrate(database);
        var _ = Files.createDirectories(fleet);
        for (int instance = 1; instance <= scenario.house().instances(); instance++) {
            place.start(instance);
        }
        place.connect(new Salesforce(wire, simulator.admin()), orgs);
        place.give(scenario.house().hosts());
        if (!scenario.house().scaling().isEmpty()) {
            place.scale(fleet);
        }
        return place;
    }

    private static SimulatorSettings simulated(
            OwnSettings settings, List<String> orgs, Scenario scenario) {
        List<OrgSettings> ports = new ArrayList<>();
        orgs.forEach(org -> ports.add(OrgSettings.of(org, 0)));
        ports.add(OrgSettings.of(OwnSettings.VENDOR, 0));
        List<SeedRow> rows = OwnRows.of(scenario);
        return SimulatorSettings.standard()
                .withNetwork(LOCAL, 0)
                .withOrgs(ports)
                .withPublicKey(settings.publicKey())
                .withSeed(rows);
    }

    /// The installed package of each org tells the first instance.
    private void connect(Salesforce salesforce, List<String> orgs) {
        List<String> all = new ArrayList<>(orgs);
        all.add(OwnSettings.VENDOR);
        for (String org : all) {
            salesforce.target(
                    org,
                    doors().getFirst().resolve("/v1/orgs/" + org + "/salesforce/notifications"),
                    settings.nudgeSecret(org));
        }
    }

    private void scale(Path folder) {
        OwnFleet scaled = new OwnFleet(folder, jdbi);
        fleet = Optional.of(scaled);
        scaled.open();
    }

    @Override
    public List<OwnFleet.Sample> fleet() {
        return fleet.map(OwnFleet::samples).orElseGet(List::of);
    }

    /// Instances look for hosts once a second.
    private void give(Map<String, String> hosts) {
        if (!hosts.isEmpty()) {
            VanityHosts kept = new PostgresVanityHosts(new Gate(jdbi, OwnSettings.STACK));
            hosts.forEach(
                    (name, org) -> {
                        var _ =
                                kept.keep(
                                        new VanityHost(
                                                new HostName(name),
                                                new OrgId(org),
                                                Optional.empty(),
                                                HostState.OPEN));
                    });
            Pause.of(HOSTS_ARE_SEEN);
        }
    }

    @Override
    public Optional<String> webhookSecret(String org) {
        return Optional.of(settings.nudgeSecret(org));
    }

    @Override
    public Optional<Books> books(String org, String event) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(BOOKS)
                                .bind("org", org)
                                .bind("event", event)
                                .map(
                                        (row, _) ->
                                                new Books(
                                                        row.getLong("attendees"),
                                                        row.getLong("owed"),
                                                        row.getLong("taken")))
                                .findOne());
    }

    private String databaseUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public List<URI> doors() {
        return fleet.map(OwnFleet::doors).filter(open -> !open.isEmpty()).orElse(doors);
    }

    /// Looked at for every request, so they are kept ready.
    private void seeDoors() {
        doors =
                servers.values().stream()
                        .map(server -> "http://" + LOCAL + ":" + server.address().getPort())
                        .map(URI::create)
                        .toList();
    }

    @Override
    public Optional<URI> salesforce() {
        return Optional.of(simulator.admin());
    }

    @Override
    public void kill(int instance) {
        remove(instance).kill();
    }

    @Override
    public void stop(int instance) {
        remove(instance).close();
    }

    private Server remove(int instance) {
        Server server = servers.remove(instance);
        if (server == null) {
            throw new IllegalArgumentException("there is no instance " + instance);
        }
        seeDoors();
        return server;
    }

    @Override
    public void start(int instance) {
        try {
            Path file = settings.write("i" + instance, databaseUrl(), simulator);
            var _ = servers.put(instance, Server.start(TurnoutApplication.class, file, List.of()));
            seeDoors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        fleet.ifPresent(OwnFleet::close);
        servers.values().forEach(Server::close);
        simulator.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
