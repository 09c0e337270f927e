package io.turnout.adapters.postgres;

import io.turnout.application.org.Orgs;
import io.turnout.domain.org.OrgId;

/// Orgs in PostgreSQL: a row that says which stack may write them.
public final class PostgresOrgs implements Orgs {
    private static final String WELCOME =
            """
            insert into org_home (org_id, home) values (:org, :stack)
            on conflict (org_id) do nothing
            """;
    private static final String OUTBOUND =
            """
            insert into outbound (org_id) values (:org) on conflict (org_id) do nothing
            """;

    private final Gate gate;

    public PostgresOrgs(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void welcome(OrgId org) {
        gate.jdbi()
                .useTransaction(
                        handle -> {
                            handle.createUpdate(WELCOME)
                                    .bind("org", org.value())
                                    .bind("stack", gate.stack())
                                    .execute();
                            if (gate.enter(handle, org) == Gate.Entry.OK) {
                                handle.createUpdate(OUTBOUND).bind("org", org.value()).execute();
                            }
                        });
    }
}
