package io.turnout.application.memory;

import io.turnout.application.connection.ConnectionPorts;
import java.time.InstantSource;

/// The twins that know, keep and try the connections of orgs.
public record MemoryConnected(
        MemoryOrgConnections connections,
        MemoryOrgSchema schema,
        MemorySchemaChecks checks,
        MemoryConnectionProbe probe) {
    static MemoryConnected over(MemoryStore store, InstantSource clock) {
        MemoryOrgSchema schema = new MemoryOrgSchema();
        return new MemoryConnected(
                new MemoryOrgConnections(clock),
                schema,
                new MemorySchemaChecks(store, clock),
                new MemoryConnectionProbe(schema));
    }

    ConnectionPorts ports() {
        return new ConnectionPorts(connections, schema, checks, probe);
    }
}
