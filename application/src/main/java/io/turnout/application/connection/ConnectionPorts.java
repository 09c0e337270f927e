package io.turnout.application.connection;

/// What is needed to know, keep and try the connections of orgs.
public record ConnectionPorts(
        OrgConnections connections, OrgSchema schema, SchemaChecks checks, ConnectionProbe probe) {}
