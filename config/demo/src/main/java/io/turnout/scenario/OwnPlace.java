package io.turnout.scenario;

import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresVanityHosts;
import io.turnout.application.hosting.VanityHosts;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.org.OrgId;
import io.turnout.simulator.OrgSettings;
import io.turnout.simulator.SeedRow;
import io.turnout.simulator.Simulator;
import io.turnout.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A house of our own on free ports: one stack or more, and the orgs of the scenario in a simulated
/// Salesforce.
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

    private final OwnStacks stacks;
    private final Simulator simulator;
    private final OwnSettings settings;
    private volatile Optional<OwnFleet> fleet = Optional.empty();

    private OwnPlace(OwnStacks stacks, Simulator simulator, OwnSettings settings) {
        this.stacks = stacks;
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
        Scenario.House house = scenario.house();
        Path fleet = folder.resolve("fleet");
        OwnSettings settings = new OwnSettings(folder, orgs, OwnSettings.scaled(house, fleet));
        Simulator simulator = Simulator.start(simulated(settings, orgs, scenario));
        OwnStacks stacks = OwnStacks.open(folder, house, settings, simulator);
        OwnPlace place = new OwnPlace(stacks, simulator, settings);
        var _ = Files.createDirectories(fleet);
        for (int instance = 1; instance <= house.instances() * house.stacks().size(); instance++) {
            place.start(instance);
        }
        place.connect(new Salesforce(wire, simulator.admin()), orgs);
        place.give(house.hosts());
        if (!house.scaling().isEmpty()) {
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
        OwnFleet scaled = new OwnFleet(folder, stacks.first().jdbi());
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
            VanityHosts kept =
                    new PostgresVanityHosts(new Gate(stacks.first().jdbi(), stacks.first().name()));
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

    /// Where the org is at home, by the stack that says so of itself.
    @Override
    public Optional<Books> books(String org, String event) {
        OwnStack home = Homes.of(stacks, org).orElseGet(stacks::first);
        return home.jdbi().withHandle(handle -> books(handle, org, event));
    }

    private static Optional<Books> books(Handle handle, String org, String event) {
        return handle.createQuery(BOOKS)
                .bind("org", org)
                .bind("event", event)
                .map(
                        (row, _) ->
                                new Books(
                                        row.getLong("attendees"),
                                        row.getLong("owed"),
                                        row.getLong("taken")))
                .findOne();
    }

    @Override
    public List<URI> doors() {
        return fleet.map(OwnFleet::doors).filter(open -> !open.isEmpty()).orElseGet(stacks::doors);
    }

    @Override
    public Optional<URI> salesforce() {
        return Optional.of(simulator.admin());
    }

    @Override
    public Optional<OwnStacks> stacks() {
        return Optional.of(stacks);
    }

    @Override
    public void kill(int instance) {
        stacks.of(instance).kill(instance);
    }

    @Override
    public void stop(int instance) {
        stacks.of(instance).stop(instance);
    }

    @Override
    public void start(int instance) {
        stacks.start(instance);
    }

    @Override
    public void close() {
        fleet.ifPresent(OwnFleet::close);
        stacks.close();
        simulator.close();
    }
}
