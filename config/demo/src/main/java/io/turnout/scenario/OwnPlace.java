package io.turnout.scenario;

import io.dropwizard.db.DataSourceFactory;
import io.turnout.bench.Server;
import io.turnout.config.MigrateCommand;
import io.turnout.config.TurnoutApplication;
import io.turnout.simulator.OrgSettings;
import io.turnout.simulator.SeedRow;
import io.turnout.simulator.Simulator;
import io.turnout.simulator.SimulatorSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// A house of our own on free ports: a PostgreSQL with fsync on, the orgs of the scenario in a
/// simulated Salesforce, and instances of the server as processes of their own.
final class OwnPlace implements Place {
    private static final String LOCAL = "127.0.0.1";

    private final EmbeddedPostgres postgres;
    private final Simulator simulator;
    private final OwnSettings settings;
    private final Map<Integer, Server> servers = new ConcurrentSkipListMap<>();

    private OwnPlace(EmbeddedPostgres postgres, Simulator simulator, OwnSettings settings) {
        this.postgres = postgres;
        this.simulator = simulator;
        this.settings = settings;
    }

    static OwnPlace open(Path folder, Scenario scenario, Wire wire) throws IOException {
        List<String> orgs =
                scenario.events().values().stream()
                        .map(Scenario.EventAt::org)
                        .distinct()
                        .sorted()
                        .toList();
        OwnSettings settings = new OwnSettings(folder, orgs, scenario.house().limits());
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
        for (int instance = 1; instance <= scenario.house().instances(); instance++) {
            place.start(instance);
        }
        place.connect(new Salesforce(wire, simulator.admin()), orgs);
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

    private String databaseUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public List<URI> doors() {
        return servers.values().stream()
                .map(server -> URI.create("http://" + LOCAL + ":" + server.address().getPort()))
                .toList();
    }

    @Override
    public Optional<URI> salesforce() {
        return Optional.of(simulator.admin());
    }

    @Override
    public void kill(int instance) {
        Server server = servers.remove(instance);
        if (server == null) {
            throw new IllegalArgumentException("there is no instance " + instance);
        }
        server.kill();
    }

    @Override
    public void start(int instance) {
        try {
            Path file = settings.write("i" + instance, databaseUrl(), simulator);
            var _ = servers.put(instance, Server.start(TurnoutApplication.class, file, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        servers.values().forEach(Server::close);
        simulator.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
