package io.turnout.application.connection;

import io.turnout.application.connection.OrgConnections.Listed;
import io.turnout.domain.org.OrgId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at the objects and fields of the orgs that are due: all of them once a day, those that
/// changed their connection or mapping at once, those whose rows wait for a field every few
/// minutes. No transaction is open while an org is asked.
public final class CheckSchemas {
    private static final int PAGE = 500;

    private final OrgConnections connections;
    private final OrgSchema schema;
    private final SchemaChecks checks;

    public CheckSchemas(OrgConnections connections, OrgSchema schema, SchemaChecks checks) {
        this.connections = connections;
        this.schema = schema;
        this.checks = checks;
    }

    /// One round over all orgs. How many were looked at.
    public int check() {
        int looked = 0;
        Optional<OrgId> after = Optional.empty();
        List<Listed> page;
        do {
            page = connections.list(after, PAGE);
            looked += check(page);
            after = page.isEmpty() ? after : Optional.of(page.getLast().org());
        } while (page.size() == PAGE);
        return looked;
    }

    private int check(List<Listed> page) {
        Map<OrgId, String> versions = new HashMap<>();
        page.forEach(one -> versions.put(one.org(), one.with(schema.needs(one.mapping()))));
        int looked = 0;
        for (OrgId org : checks.due(Map.copyOf(versions))) {
            String version = versions.getOrDefault(org, "");
            if (checks.claim(org, version)) {
                checks.keep(org, version, schema.describe(org));
                looked++;
            }
        }
        return looked;
    }
}
