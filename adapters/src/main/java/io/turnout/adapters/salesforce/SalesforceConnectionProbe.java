package io.turnout.adapters.salesforce;

import io.turnout.application.connection.ConnectionProbe;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.Check.Step;
import io.turnout.domain.connection.ConnectionReport;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries a connection over a login of its own, so that a token that still holds hides nothing.
public final class SalesforceConnectionProbe implements ConnectionProbe {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceConnectionProbe.class);

    private final KnownConnections connections;
    private final ConnectionTerms terms;
    private final LoginProbe login;
    private final DataProbe data;

    public SalesforceConnectionProbe(
            KnownConnections connections, ConnectionTerms terms, ProbeCalls calls) {
        this.connections = connections;
        this.terms = terms;
        this.login = new LoginProbe(calls);
        this.data = new DataProbe(calls, connections, terms.mappings());
    }

    @Override
    public Inspection inspect(OrgConnection connection) {
        return terms.inspect(connection);
    }

    @Override
    public ConnectionReport probe(OrgId org) {
        Steps steps = new Steps();
        Optional<SchemaReport> schema = Optional.empty();
        try {
            schema = probe(org, steps);
        } catch (RuntimeException broken) {
            // The port promises not to throw. The message may name a person: only its kind is kept.
            String kind = broken.getClass().getSimpleName();
            LOG.warn("the test of the connection of {} broke off: {}", org, kind);
            steps.broke("a fault of our own: " + kind);
        }
        return new ConnectionReport(steps.all(), schema);
    }

    private Optional<SchemaReport> probe(OrgId org, Steps steps) {
        Optional<SalesforceConnection> connection = connections.of(org);
        steps.add(connection(org, connection));
        if (connection.isEmpty() || !login.probe(connection.get(), steps)) {
            return Optional.empty();
        }
        return data.probe(connection.get(), steps);
    }

    private Check connection(OrgId org, Optional<SalesforceConnection> connection) {
        return connection
                .map(
                        one ->
                                Check.ok(
                                        Step.CONNECTION,
                                        "to %s, API %s; its private key is readable"
                                                .formatted(one.loginUrl(), one.apiVersion())))
                .orElseGet(
                        () ->
                                Check.failed(
                                        Step.CONNECTION,
                                        connections.trouble(org).orElse("it has just changed"),
                                        "store a connection for this org, or write one into the"
                                                + " settings under salesforce.orgs"));
    }

    /// The steps that were taken; those that were not are skipped.
    static final class Steps {
        private final List<Check> taken = new ArrayList<>();

        void add(Check check) {
            taken.add(check);
        }

        boolean failed() {
            return taken.getLast().outcome() == Check.Outcome.FAILED;
        }

        void broke(String why) {
            missing().stream()
                    .findFirst()
                    .ifPresent(step -> add(Check.failed(step, why, "look at our log")));
        }

        List<Check> all() {
            missing().forEach(step -> add(Check.skipped(step, "needs what failed before")));
            return List.copyOf(taken);
        }

        private List<Step> missing() {
            List<Step> steps = List.of(Step.values());
            return steps.subList(taken.size(), steps.size());
        }
    }
}
