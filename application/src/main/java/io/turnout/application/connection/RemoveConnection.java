package io.turnout.application.connection;

import io.turnout.domain.org.OrgId;

/// An org is not reached any more. Its events stay open, and what is owed to it stays owed.
public final class RemoveConnection {
    private final OrgConnections connections;

    public RemoveConnection(OrgConnections connections) {
        this.connections = connections;
    }

    public OrgConnections.Removal remove(OrgId org) {
        return connections.remove(org);
    }
}
