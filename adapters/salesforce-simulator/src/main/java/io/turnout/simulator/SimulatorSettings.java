package io.turnout.simulator;

import io.turnout.simulator.auth.App;
import io.turnout.simulator.auth.User;
import io.turnout.simulator.schema.ObjectType;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Everything a simulator is started with. Apps, users and objects are known to every org; ports
/// may be 0;
/// without `data` the rows are gone with the process.
public record SimulatorSettings(
        Network network,
        List<OrgSettings> orgs,
        List<App> apps,
        List<User> users,
        List<SeedRow> seed,
        Optional<Path> data,
        InstantSource clock,
        List<ObjectType> objects) {
    public static final String CONSUMER_KEY = "turnout-simulator-consumer-key";
    public static final String CONSUMER_SECRET = "turnout-simulator-secret";
    public static final String USERNAME = "integration@turnout.example";
    public static final String PASSWORD = "simulator-password";
    public static final int ADMIN_PORT = 8092;

    /// The address to listen on, and the port of the checkers.
    public record Network(String bind, int adminPort) {}

    public SimulatorSettings {
        orgs = List.copyOf(orgs);
        apps = List.copyOf(apps);
        users = List.copyOf(users);
        seed = List.copyOf(seed);
        objects = List.copyOf(objects);
    }

    /// Orgs with the standard objects only.
    public SimulatorSettings(
            Network network,
            List<OrgSettings> orgs,
            List<App> apps,
            List<User> users,
            List<SeedRow> seed,
            Optional<Path> data,
            InstantSource clock) {
        this(network, orgs, apps, users, seed, data, clock, List.of());
    }

    /// The three orgs of the demo on their fixed ports.
    public static SimulatorSettings standard() {
        return of(
                new Network("127.0.0.1", ADMIN_PORT),
                List.of(
                        OrgSettings.of("00DTURNOUT0000125A", 8090).withName("Org A"),
                        OrgSettings.of("00DTURNOUT0000225A", 8091).withName("Org B"),
                        OrgSettings.of("00DTURNOUT0000025A", 8093).withName("Vendor")));
    }

    /// These orgs on free ports, for tests.
    public static SimulatorSettings onFreePorts(String... orgIds) {
        return of(
                new Network("127.0.0.1", 0),
                Arrays.stream(orgIds).map(id -> OrgSettings.of(id, 0)).toList());
    }

    private static SimulatorSettings of(Network network, List<OrgSettings> orgs) {
        return new SimulatorSettings(
                network,
                orgs,
                List.of(new App(CONSUMER_KEY, CONSUMER_SECRET, null, USERNAME)),
                List.of(new User(USERNAME, PASSWORD)),
                List.of(),
                Optional.empty(),
                InstantSource.system(),
                List.of());
    }

    public SimulatorSettings withNetwork(String bind, int adminPort) {
        Network other = new Network(bind, adminPort);
        return new SimulatorSettings(other, orgs, apps, users, seed, data, clock, objects);
    }

    public SimulatorSettings withOrgs(List<OrgSettings> others) {
        return new SimulatorSettings(network, others, apps, users, seed, data, clock, objects);
    }

    public SimulatorSettings withApps(List<App> others) {
        return new SimulatorSettings(network, orgs, others, users, seed, data, clock, objects);
    }

    /// The standard app, which may then also log in with a JWT signed by the key's other half.
    public SimulatorSettings withPublicKey(RSAPublicKey key) {
        return withApps(List.of(new App(CONSUMER_KEY, CONSUMER_SECRET, key, USERNAME)));
    }

    public SimulatorSettings withUsers(List<User> others) {
        return new SimulatorSettings(network, orgs, apps, others, seed, data, clock, objects);
    }

    public SimulatorSettings withSeed(List<SeedRow> rows) {
        return new SimulatorSettings(network, orgs, apps, users, rows, data, clock, objects);
    }

    public SimulatorSettings withData(Path directory) {
        return new SimulatorSettings(
                network, orgs, apps, users, seed, Optional.of(directory), clock, objects);
    }

    public SimulatorSettings withClock(InstantSource other) {
        return new SimulatorSettings(network, orgs, apps, users, seed, data, other, objects);
    }

    /// Orgs with these objects beside the standard ones; `CustomObjects.read` makes them from JSON.
    public SimulatorSettings withObjects(List<ObjectType> more) {
        return new SimulatorSettings(network, orgs, apps, users, seed, data, clock, more);
    }
}
