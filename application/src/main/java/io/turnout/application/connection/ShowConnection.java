package io.turnout.application.connection;

import io.turnout.application.connection.OrgConnections.Kept;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// How one org is reached, by what its key is known, and what was last found of it.
public final class ShowConnection {
    private final OrgConnections connections;
    private final ConnectionProbe probe;
    private final SchemaChecks checks;

    public ShowConnection(OrgConnections connections, ConnectionProbe probe, SchemaChecks checks) {
        this.connections = connections;
        this.probe = probe;
        this.checks = checks;
    }

    public Optional<View> show(OrgId org) {
        return connections.find(org).map(this::view);
    }

    private View view(Kept kept) {
        OrgId org = kept.head().org();
        return new View(
                kept, fingerprint(kept), Optional.ofNullable(checks.find(List.of(org)).get(org)));
    }

    private Optional<String> fingerprint(Kept kept) {
        return switch (kept) {
            case Kept.Open(_, var connection) -> probe.inspect(connection).keyFingerprint();
            case Kept.Locked _ -> Optional.empty();
        };
    }

    public record View(
            Kept kept, Optional<String> keyFingerprint, Optional<SchemaChecks.Checked> checked) {}
}
