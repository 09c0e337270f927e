package io.turnout.application.connection;

import io.turnout.application.connection.OrgConnections.Listed;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The orgs that are connected, a page at a time, each with what was last found of it.
public final class ListConnections {
    private final OrgConnections connections;
    private final SchemaChecks checks;

    public ListConnections(OrgConnections connections, SchemaChecks checks) {
        this.connections = connections;
        this.checks = checks;
    }

    public List<Line> list(Optional<OrgId> after, int limit) {
        List<Listed> page = connections.list(after, limit);
        Map<OrgId, SchemaChecks.Checked> found =
                checks.find(page.stream().map(Listed::org).toList());
        return page.stream()
                .map(one -> new Line(one, Optional.ofNullable(found.get(one.org()))))
                .toList();
    }

    public record Line(Listed connection, Optional<SchemaChecks.Checked> checked) {}
}
