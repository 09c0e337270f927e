package io.turnout.config;

import io.dropwizard.core.setup.Environment;
import io.turnout.application.connection.ConnectionPorts;
import io.turnout.application.connection.OrgConnections;
import io.turnout.application.connection.OrgConnections.Listed;
import io.turnout.application.licensing.LicenseSource;
import io.turnout.application.memory.Memory;
import io.turnout.application.memory.MemoryCallBudget;
import io.turnout.application.memory.MemoryOrgConnections;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.ConnectionReport;
import io.turnout.domain.connection.Finding;
import io.turnout.domain.org.OrgId;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tests connections outside of a running house, and prints what it found. Calls are counted for
/// this run only: what the org says of everybody's calls still counts.
final class ConnectionTrial {
    private static final int PAGE = 500;
    private static final int STEP_WIDTH = 12;

    private final ConnectionPorts ports;
    private final LicenseSource licenses;
    private final Optional<OrgId> vendor;
    private final PrintStream out;

    private ConnectionTrial(
            ConnectionPorts ports,
            LicenseSource licenses,
            Optional<OrgId> vendor,
            PrintStream out) {
        this.ports = ports;
        this.licenses = licenses;
        this.vendor = vendor;
        this.out = out;
    }

    static ConnectionTrial over(
            TurnoutSettings settings, Environment environment, PrintStream out) {
        Memory memory = Memory.empty(Wiring.clock());
        var budget = new MemoryCallBudget(settings.budget().toRule(), Wiring.clock());
        var salesforce =
                new SalesforceWiring(
                        settings, environment, budget, stored(settings, environment, out));
        return new ConnectionTrial(
                salesforce.connectionPorts(memory.connected().checks()),
                salesforce.licenseSource(),
                settings.licenses().map(from -> new OrgId(from.source().org())),
                out);
    }

    /// What is stored, if the storage answers.
    private static OrgConnections stored(
            TurnoutSettings settings, Environment environment, PrintStream out) {
        if (settings.storage() instanceof StorageSettings.Postgres(var database)) {
            try {
                // One connection when it is needed: a pool that fills itself complains at length.
                database.setInitialSize(0);
                database.setMinSize(0);
                OrgConnections stored =
                        new PostgresWiring(settings, environment, database)
                                .connections(new Wiring(settings, environment).keyManagement());
                List<Listed> _ = stored.list(Optional.empty(), 1);
                return stored;
            } catch (RuntimeException away) {
                out.println("The storage does not answer: only orgs of the settings are tried.");
            }
        }
        return new MemoryOrgConnections(Wiring.clock());
    }

    /// Whether all that were tried are sound.
    boolean run(Optional<OrgId> org) {
        if (org.isPresent()) {
            return org.equals(vendor) ? readsLicenses(org.get()) : run(org.get());
        }
        boolean any = vendor.isPresent();
        boolean sound = vendor.map(this::readsLicenses).orElse(true);
        Optional<OrgId> after = Optional.empty();
        List<Listed> page;
        do {
            page = ports.connections().list(after, PAGE);
            for (Listed one : page) {
                sound &= run(one.org());
                any = true;
                after = Optional.of(one.org());
            }
        } while (page.size() == PAGE);
        if (!any) {
            out.println("No org is connected: write one into the settings under salesforce.orgs.");
        }
        return sound && any;
    }

    private boolean run(OrgId org) {
        ConnectionReport report = ports.probe().probe(org);
        out.println(org + (report.isSound() ? "  is connected" : "  is not as it should be"));
        report.checks().forEach(this::print);
        report.findings().forEach(this::print);
        out.println();
        return report.isSound();
    }

    /// The vendor's own org has licences and none of our events: it is asked for those.
    private boolean readsLicenses(OrgId source) {
        LicenseSource.Reading reading = licenses.read(source);
        boolean sound = reading instanceof LicenseSource.Reading.Said;
        out.println(source + "  is where licences come from");
        print(
                switch (reading) {
                    case LicenseSource.Reading.Said(var issued) ->
                            new Line(Check.Outcome.OK, "licences", issued.size() + " were read");
                    case LicenseSource.Reading.Failed(var why) ->
                            new Line(Check.Outcome.FAILED, "licences", why);
                });
        if (!sound) {
            advise(
                    "look at licenses.source in the settings, and at its user's rights to"
                            + " License__c");
        }
        out.println();
        return sound;
    }

    private record Line(Check.Outcome outcome, String step, String said) {}

    private void print(Check check) {
        String step = check.step().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        print(new Line(check.outcome(), step, check.said()));
        check.advice().ifPresent(this::advise);
    }

    private void advise(String advice) {
        out.println("                           → " + advice);
    }

    private void print(Line line) {
        String mark =
                switch (line.outcome()) {
                    case OK -> "✓ ok     ";
                    case FAILED -> "✗ failed ";
                    case SKIPPED -> "- skipped";
                };
        out.println("  " + mark + " " + padded(line.step()) + " " + line.said());
    }

    private static String padded(String step) {
        return step + " ".repeat(Math.max(0, STEP_WIDTH - step.length()));
    }

    private void print(Finding finding) {
        out.println("  ✗ " + finding.place() + " " + finding.what());
        out.println("      → " + finding.advice());
    }
}
