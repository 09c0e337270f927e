package io.turnout.application.connection;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// An org is not reached any more. Its events stay open, and what is owed to it stays owed.
public final class RemoveConnection {
    private final OrgConnections connections;
    private final AuditTrail trail;

    public RemoveConnection(OrgConnections connections, AuditTrail trail) {
        this.connections = connections;
        this.trail = trail;
    }

    public OrgConnections.Removal remove(OrgId org, Hand hand) {
        Optional<OrgConnections.Kept> before = connections.find(org);
        if (before.isPresent()) {
            var _ =
                    trail.append(
                            new ConnectionChange(org, before, Optional.empty()).told().by(hand));
        }
        return connections.remove(org);
    }
}
