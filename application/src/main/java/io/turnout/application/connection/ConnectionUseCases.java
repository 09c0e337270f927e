package io.turnout.application.connection;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.org.Orgs;

/// What can be asked of the connections of orgs.
public record ConnectionUseCases(
        KeepConnection keep,
        ShowConnection show,
        ListConnections list,
        RemoveConnection remove,
        TestConnection test,
        CheckSchemas checkSchemas) {
    public static ConnectionUseCases over(ConnectionPorts ports, Orgs orgs, AuditTrail trail) {
        return new ConnectionUseCases(
                new KeepConnection(ports.connections(), ports.probe(), orgs, trail),
                new ShowConnection(ports.connections(), ports.probe(), ports.checks()),
                new ListConnections(ports.connections(), ports.checks()),
                new RemoveConnection(ports.connections(), trail),
                new TestConnection(
                        ports.connections(), ports.schema(), ports.checks(), ports.probe()),
                new CheckSchemas(ports.connections(), ports.schema(), ports.checks()));
    }
}
