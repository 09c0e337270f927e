package io.turnout.config;

import io.dropwizard.client.HttpClientBuilder;
import io.dropwizard.core.setup.Environment;
import io.turnout.adapters.salesforce.JwtCredentials;
import io.turnout.adapters.salesforce.LicenseMapping;
import io.turnout.adapters.salesforce.OrgCalls;
import io.turnout.adapters.salesforce.PrivateKeyPem;
import io.turnout.adapters.salesforce.SalesforceBulkRecords;
import io.turnout.adapters.salesforce.SalesforceConnection;
import io.turnout.adapters.salesforce.SalesforceConnections;
import io.turnout.adapters.salesforce.SalesforceLicenseSource;
import io.turnout.adapters.salesforce.SalesforceMapping;
import io.turnout.adapters.salesforce.SalesforceOrgCatalog;
import io.turnout.adapters.salesforce.SalesforceOrgCensus;
import io.turnout.adapters.salesforce.SalesforceOrgRecords;
import io.turnout.application.Outbound;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.licensing.LicenseSource;
import io.turnout.application.publishing.OrgCatalog;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

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

    OrgCatalog catalog() {
        return new SalesforceOrgCatalog(calls, connections, Wiring.clock());
    }

    /// The vendor's own org is reached like any other, but is none of those that are served.
    LicenseSource licenseSource(Optional<LicensesSettings> licenses) {
        List<SalesforceConnection> vendor =
                licenses.map(LicensesSettings::source).map(SalesforceWiring::connection).stream()
                        .toList();
        return new SalesforceLicenseSource(
                calls, SalesforceConnections.fixed(vendor), LicenseMapping.USUAL);
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
