package io.turnout.config;

import io.dropwizard.client.HttpClientBuilder;
import io.dropwizard.core.setup.Environment;
import io.turnout.adapters.salesforce.JwtCredentials;
import io.turnout.adapters.salesforce.OrgCalls;
import io.turnout.adapters.salesforce.PrivateKeyPem;
import io.turnout.adapters.salesforce.SalesforceBulkRecords;
import io.turnout.adapters.salesforce.SalesforceConnection;
import io.turnout.adapters.salesforce.SalesforceConnections;
import io.turnout.adapters.salesforce.SalesforceMapping;
import io.turnout.adapters.salesforce.SalesforceOrgCensus;
import io.turnout.adapters.salesforce.SalesforceOrgRecords;
import io.turnout.application.Outbound;
import io.turnout.application.delivery.CallBudget;
import io.turnout.domain.org.OrgId;

/// Everything that calls Salesforce, over one client and one account of calls.
final class SalesforceWiring {
    private final OrgCalls calls;
    private final SalesforceConnections connections;

    SalesforceWiring(SalesforceSettings settings, Environment environment, CallBudget budget) {
        var client =
                new HttpClientBuilder(environment).using(settings.client()).build("salesforce");
        this.calls = new OrgCalls(client, Wiring.clock(), budget);
        this.connections =
                SalesforceConnections.fixed(
                        settings.orgs().stream().map(SalesforceWiring::connection).toList());
    }

    Outbound.Reach reach() {
        return new Outbound.Reach(
                new SalesforceOrgRecords(calls, connections),
                new SalesforceBulkRecords(calls, connections),
                new SalesforceOrgCensus(calls, connections));
    }

    private static SalesforceConnection connection(SalesforceSettings.Org org) {
        return new SalesforceConnection(
                new OrgId(org.org()),
                org.loginUrl(),
                new JwtCredentials(
                        org.consumerKey(),
                        org.username(),
                        org.audience(),
                        PrivateKeyPem.read(SettingsFiles.text(org.privateKeyFile()))),
                org.version(),
                SalesforceMapping.USUAL);
    }
}
