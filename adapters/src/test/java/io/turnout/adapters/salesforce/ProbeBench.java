package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.MemoryCallBudget;
import io.turnout.application.memory.MemoryOrgConnections;
import io.turnout.domain.attendeelink.LinkSite;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.Check.Outcome;
import io.turnout.domain.connection.Check.Step;
import io.turnout.domain.connection.ConnectedAs;
import io.turnout.domain.connection.ConnectionReport;
import io.turnout.domain.connection.ConnectionSecrets;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.org.OrgId;
import io.turnout.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/// A simulated Salesforce and one that says anything, and how a connection to either is tried.
final class ProbeBench implements AutoCloseable {
    private static final BudgetRule ALL = new BudgetRule(1, 0);

    final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    final RawSalesforce raw = new RawSalesforce();
    final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(2));
    final MemoryCallBudget budget = new MemoryCallBudget(ALL, InstantSource.system());

    @Override
    public void close() throws IOException {
        client.close();
        raw.close();
        salesforce.close();
    }

    static OrgConnection to(URI loginUrl, KeyPair key, String version) {
        return new OrgConnection(
                ACME,
                loginUrl,
                new ConnectedAs(
                        SimulatorSettings.CONSUMER_KEY,
                        SimulatorSettings.USERNAME,
                        "https://login.salesforce.com"),
                version,
                "default",
                new ConnectionSecrets(TestKeys.pem(key), List.of()));
    }

    ConnectionReport probe(OrgConnection connection) {
        var kept = new MemoryOrgConnections(InstantSource.system());
        var _ = kept.keep(connection);
        return probe(kept, connection.org());
    }

    ConnectionReport probe(MemoryOrgConnections kept, OrgId org) {
        ConnectionTerms terms = new ConnectionTerms(Mappings.shipped(), List.of());
        var calls =
                new ProbeCalls(
                        client,
                        InstantSource.system(),
                        new OrgCalls(client, InstantSource.system(), budget),
                        budget,
                        ALL,
                        Optional.of(new LinkSite(URI.create("https://events.example"))));
        var known = new KnownConnections(kept, terms, InstantSource.system());
        return new SalesforceConnectionProbe(known, terms, calls).probe(org);
    }

    OrgConnection sound() {
        return to(salesforce.api(ACME), TestKeys.OURS, "66.0");
    }

    static Check check(ConnectionReport report, Step step) {
        return report.checks().stream().filter(one -> one.step() == step).findFirst().orElseThrow();
    }

    /// All before are fine, this one failed, and none after it was taken.
    static Check onlyFailure(ConnectionReport report, Step step) {
        assertThat(report.checks())
                .as(report.toString())
                .allSatisfy(
                        check ->
                                assertThat(check.outcome())
                                        .isEqualTo(
                                                check.step().compareTo(step) < 0
                                                        ? Outcome.OK
                                                        : check.step() == step
                                                                ? Outcome.FAILED
                                                                : Outcome.SKIPPED));
        assertThat(report.isSound()).isFalse();
        return check(report, step);
    }
}
