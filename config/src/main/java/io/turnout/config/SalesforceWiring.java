package io.turnout.config;

import io.dropwizard.client.HttpClientBuilder;
import io.dropwizard.core.setup.Environment;
import io.turnout.adapters.salesforce.ConnectionTerms;
import io.turnout.adapters.salesforce.KnownConnections;
import io.turnout.adapters.salesforce.OrgCalls;
import io.turnout.adapters.salesforce.ProbeCalls;
import io.turnout.adapters.salesforce.SalesforceConnectionProbe;
import io.turnout.adapters.salesforce.SalesforceOrgRecords;
import io.turnout.adapters.salesforce.SalesforceOrgSchema;
import io.turnout.application.connection.ConnectionPorts;
import io.turnout.application.connection.OrgConnections;
import io.turnout.application.connection.SchemaChecks;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.delivery.OrgRecords;

/// Everything that calls Salesforce, over one client and one account of calls.
final class SalesforceWiring {
    private final ProbeCalls calls;
    private final ConnectionTerms terms;
    private final OrgConnections known;
    private final KnownConnections connections;

    SalesforceWiring(
            TurnoutSettings settings,
            Environment environment,
            CallBudget budget,
            OrgConnections stored) {
        var client =
                new HttpClientBuilder(environment)
                        .using(settings.salesforce().client())
                        .build("salesforce");
        this.calls =
                new ProbeCalls(
                        client,
                        Wiring.clock(),
                        new OrgCalls(client, Wiring.clock(), budget),
                        budget,
                        settings.budget().toRule());
        this.terms = settings.salesforce().terms();
        this.known = SettingsConnections.before(settings.salesforce(), stored);
        this.connections = new KnownConnections(known, terms, Wiring.clock());
    }

    OrgRecords orgRecords() {
        return new SalesforceOrgRecords(calls.calls(), connections);
    }

    ConnectionPorts connectionPorts(SchemaChecks checks) {
        return new ConnectionPorts(
                known,
                new SalesforceOrgSchema(calls.calls(), connections, terms.mappings()),
                checks,
                new SalesforceConnectionProbe(connections, terms, calls));
    }
}
