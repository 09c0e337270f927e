package io.turnout.simulator;

import io.turnout.simulator.admin.AdminDoor;
import io.turnout.simulator.auth.TokenDesk;
import io.turnout.simulator.bulk.JobsDesk;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.rest.OrgDoor;
import io.turnout.simulator.store.FileJournal;
import io.turnout.simulator.store.Journal;
import io.turnout.simulator.wire.House;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// Some Salesforce orgs in this process: one HTTP port for each, and one for those who check and
/// trouble them. Closing it ends all of them.
public final class Simulator implements AutoCloseable {
    private static final String ADMIN = "admin";

    private final House house;
    private final Map<String, Org> orgs;

    private Simulator(House house, Map<String, Org> orgs) {
        this.house = house;
        this.orgs = orgs;
    }

    /// Opens the ports, reads the data directory, plants the seed, and answers when it returns.
    public static Simulator start(SimulatorSettings settings) {
        House house = new House(settings.network().bind());
        Map<String, Org> orgs = new LinkedHashMap<>();
        Simulator simulator = new Simulator(house, orgs);
        try {
            for (OrgSettings one : settings.orgs()) {
                Org org = org(one, settings);
                if (orgs.put(one.id(), org) != null) {
                    throw new IllegalArgumentException("two orgs are called " + one.id());
                }
                house.open(one.id(), one.port(), new OrgDoor(org, new JobsDesk(org)::answer));
            }
            AdminDoor admin = new AdminDoor(orgs, house::address);
            house.open(ADMIN, settings.network().adminPort(), admin);
            house.start();
            return simulator;
        } catch (RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    private static Org org(OrgSettings one, SimulatorSettings settings) {
        Journal journal =
                settings.data()
                        .<Journal>map(data -> new FileJournal(data.resolve(one.id() + ".journal")))
                        .orElseGet(Journal::none);
        Org.Setup setup =
                new Org.Setup(one.limits(), settings.objects(), journal, settings.clock());
        TokenDesk.Known known = new TokenDesk.Known(settings.apps(), settings.users());
        Org org = new Org(new Org.Name(one.id(), one.name()), known, setup);
        Seeder seeder = new Seeder(org);
        seeder.people(settings.users());
        seeder.seed(settings.seed());
        // Planting took no simulated time.
        org.pace().set(one.latency());
        one.nudges().ifPresent(org.nudges()::aim);
        return org;
    }

    /// Where this org answers: `http://127.0.0.1:8090`.
    public URI api(String orgId) {
        return house.address(orgId);
    }

    /// Where checkers look and order troubles.
    public URI admin() {
        return house.address(ADMIN);
    }

    @Override
    public void close() {
        house.close();
        orgs.values().forEach(Org::close);
        orgs.clear();
    }
}
