package io.turnout.demo;

import io.turnout.simulator.OrgSettings;
import io.turnout.simulator.SeedRow;
import io.turnout.simulator.Simulator;
import io.turnout.simulator.SimulatorSettings;
import java.util.List;

/// The orgs of the demo, in this process, each on a port of its own.
final class DemoSalesforce {
    private DemoSalesforce() {}

    static Simulator start(DemoOptions options, DataFolder data, DemoKeys keys) {
        List<SeedRow> rows = SampleRows.all();
        return Simulator.start(
                SimulatorSettings.standard()
                        .withNetwork("127.0.0.1", options.port(DemoAddress.SIMULATOR))
                        .withOrgs(
                                List.of(
                                        org(
                                                        Samples.ORG_A.value(),
                                                        options,
                                                        DemoAddress.SALESFORCE_A)
                                                .withName("Org A"),
                                        org(
                                                        Samples.ORG_B.value(),
                                                        options,
                                                        DemoAddress.SALESFORCE_B)
                                                .withName("Org B"),
                                        org(Samples.VENDOR.value(), options, DemoAddress.VENDOR)
                                                .withName("Vendor")))
                        .withPublicKey(keys.publicKey())
                        .withSeed(rows)
                        .withData(data.file("salesforce")));
    }

    private static OrgSettings org(String id, DemoOptions options, DemoAddress port) {
        return OrgSettings.of(id, options.port(port));
    }
}
