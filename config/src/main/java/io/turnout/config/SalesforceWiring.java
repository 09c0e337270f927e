package io.turnout.config;

import io.dropwizard.client.HttpClientBuilder;
import io.dropwizard.core.setup.Environment;
import io.turnout.adapters.salesforce.ConnectionTerms;
import io.turnout.adapters.salesforce.KnownConnections;
import io.turnout.adapters.salesforce.LicenseMapping;
import io.turnout.adapters.salesforce.OrgCalls;
import io.turnout.adapters.salesforce.ProbeCalls;
import io.turnout.adapters.salesforce.SalesforceBulkRecords;
import io.turnout.adapters.salesforce.SalesforceConnection;
import io.turnout.adapters.salesforce.SalesforceConnectionProbe;
import io.turnout.adapters.salesforce.SalesforceConnections;
import io.turnout.adapters.salesforce.SalesforceLicenseSource;
import io.turnout.adapters.salesforce.SalesforceLinkSource;
import io.turnout.adapters.salesforce.SalesforceOrgCatalog;
import io.turnout.adapters.salesforce.SalesforceOrgCensus;
import io.turnout.adapters.salesforce.SalesforceOrgRecords;
import io.turnout.adapters.salesforce.SalesforceOrgSchema;
import io.turnout.adapters.salesforce.SalesforceOrgZones;
import io.turnout.application.Outbound;
import io.turnout.application.attendeelink.LinkSource;
import io.turnout.application.connection.ConnectionPorts;
import io.turnout.application.connection.OrgConnections;
import io.turnout.application.connection.SchemaChecks;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.licensing.LicenseSource;
import io.turnout.application.nudging.WebhookSecrets;
import io.turnout.application.publishing.OrgCatalog;
import io.turnout.application.rollout.OrgZones;
import java.util.List;

/// Everything that calls Salesforce, over one client and one account of calls.
final class SalesforceWiring {
    private final TurnoutSettings settings;
    private final ProbeCalls calls;
    private final ConnectionTerms terms;
    private final OrgConnections known;
    private final KnownConnections connections;

    SalesforceWiring(
            TurnoutSettings settings,
            Environment environment,
            CallBudget budget,
            OrgConnections stored) {
        this.settings = settings;
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
                        settings.budget().toRule(),
                        settings.links().site());
        this.terms = settings.salesforce().terms();
        this.known = SettingsConnections.before(settings.salesforce(), stored);
        this.connections = new KnownConnections(known, terms, Wiring.clock());
    }

    Outbound.Reach reach() {
        return new Outbound.Reach(
                new SalesforceOrgRecords(calls.calls(), connections),
                new SalesforceBulkRecords(calls.calls(), connections),
                new SalesforceOrgCensus(calls.calls(), connections));
    }

    OrgCatalog catalog() {
        return new SalesforceOrgCatalog(calls.calls(), connections, Wiring.clock());
    }

    /// The vendor's own org is reached like any other, but is none of those that are served.
    LicenseSource licenseSource() {
        List<SalesforceConnection> vendor =
                settings
                        .licenses()
                        .map(LicensesSettings::source)
                        .map(SettingsConnections::connection)
                        .map(terms::read)
                        .stream()
                        .toList();
        return new SalesforceLicenseSource(
                calls.calls(), SalesforceConnections.fixed(vendor), LicenseMapping.USUAL);
    }

    LinkSource linkSource() {
        return new SalesforceLinkSource(calls.calls(), connections, Wiring.clock());
    }

    OrgZones zones() {
        return new SalesforceOrgZones(calls.calls(), connections);
    }

    WebhookSecrets secrets() {
        return new NudgeSecrets(settings, connections::webhookSecrets);
    }

    ConnectionPorts connectionPorts(SchemaChecks checks) {
        return new ConnectionPorts(
                known,
                new SalesforceOrgSchema(calls.calls(), connections, terms.mappings()),
                checks,
                new SalesforceConnectionProbe(connections, terms, calls));
    }
}
