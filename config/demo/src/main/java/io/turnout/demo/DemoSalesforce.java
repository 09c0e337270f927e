package io.turnout.demo;

import io.turnout.domain.org.OrgId;
import io.turnout.simulator.OrgSettings;
import io.turnout.simulator.SeedRow;
import io.turnout.simulator.Simulator;
import io.turnout.simulator.SimulatorSettings;
import java.net.URI;
import java.util.List;

/// The orgs of the demo, in this process, each on a port of its own.
final class DemoSalesforce {
    private final DemoOptions options;
    private final DataFolder data;

    private DemoSalesforce(DemoOptions options, DataFolder data) {
        this.options = options;
        this.data = data;
    }

    static Simulator start(DemoOptions options, DataFolder data, DemoKeys keys) {
        List<SeedRow> rows = SampleRows.all();
        DemoSalesforce orgs = new DemoSalesforce(options, data);
        return Simulator.start(
                SimulatorSettings.standard()
                        .withNetwork("127.0.0.1", options.port(DemoAddress.SIMULATOR))
                        .withOrgs(
                                List.of(
                                        orgs.org(Samples.ORG_A, DemoAddress.SALESFORCE_A)
                                                .withName("Org A"),
                                        orgs.org(Samples.ORG_B, DemoAddress.SALESFORCE_B)
                                                .withName("Org B"),
                                        orgs.org(Samples.VENDOR, DemoAddress.VENDOR)
                                                .withName("Vendor")))
                        .withPublicKey(keys.publicKey())
                        .withSeed(rows)
                        .withData(data.file("salesforce")));
    }

    /// An org, and the package in it that tells Turnout of what changes there.
    private OrgSettings org(OrgId id, DemoAddress port) {
        URI nudges =
                URI.create(
                        "http://127.0.0.1:%d/v1/orgs/%s/salesforce/notifications"
                                .formatted(options.port(DemoAddress.APPLICATION), id));
        return OrgSettings.of(id.value(), options.port(port))
                .withNudges(nudges, DemoKeys.nudgeSecret(data, id));
    }
}
