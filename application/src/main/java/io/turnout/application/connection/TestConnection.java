package io.turnout.application.connection;

import io.turnout.application.connection.OrgConnections.Kept;
import io.turnout.domain.connection.ConnectionReport;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Whether the connection of an org works, and what to do when it does not. What it finds of
/// objects and fields is kept, so that an administrator who mended something need not wait for the
/// next look: rows that had stopped for it go on.
public final class TestConnection {
    private final OrgConnections connections;
    private final OrgSchema schema;
    private final SchemaChecks checks;
    private final ConnectionProbe probe;

    public TestConnection(
            OrgConnections connections,
            OrgSchema schema,
            SchemaChecks checks,
            ConnectionProbe probe) {
        this.connections = connections;
        this.schema = schema;
        this.checks = checks;
        this.probe = probe;
    }

    public ConnectionReport test(OrgId org) {
        Optional<OrgConnections.Listed> tested = connections.find(org).map(Kept::head);
        ConnectionReport report = probe.probe(org);
        tested.ifPresent(head -> report.schema().ifPresent(found -> keep(head, found)));
        return report;
    }

    private void keep(OrgConnections.Listed head, SchemaReport found) {
        checks.keep(head.org(), head.with(schema.needs(head.mapping())), found);
    }
}
