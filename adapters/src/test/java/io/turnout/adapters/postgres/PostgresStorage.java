package io.turnout.adapters.postgres;

import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.licensing.Licenses;
import io.turnout.application.privacy.Vault;
import io.turnout.application.publishing.EventPages;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The storage ports over a real PostgreSQL, as the contracts try them.
final class PostgresStorage implements Storage, AutoCloseable {
    static final String STACK = "here";
    private static final byte[] MASTER_KEY = new byte[32];
    private static final List<String> CLOCKS =
            List.of(
                    "update hold set expires_at = expires_at - :by",
                    "update outbox set owed_at = owed_at - :by, due_at = due_at - :by",
                    """
                    update lane set lease_until = lease_until - :by,
                        next_call_at = next_call_at - :by
                    """,
                    "update outbound set held_until = held_until - :by");

    private final Gate gate;
    private final Vault vault;
    private final AdmissionDesk desk;

    PostgresStorage() {
        this(PostgresServer.connect(PostgresServer.freshUrl()), AdmissionSettings.USUAL);
    }

    PostgresStorage(Jdbi jdbi, AdmissionSettings settings) {
        this.gate = new Gate(jdbi, STACK);
        this.vault =
                new TinkVault(
                        new OpenKeys(
                                new LocalKeyManagement(MASTER_KEY), new PostgresOrgKeys(gate)));
        this.desk = new AdmissionDesk(gate, settings);
        desk.start();
    }

    Gate gate() {
        return gate;
    }

    Vault vault() {
        return vault;
    }

    @Override
    public RegistrationBook book() {
        return new PostgresRegistrationBook(gate, vault, desk);
    }

    @Override
    public EventPages pages() {
        return new PostgresEventPages(gate);
    }

    @Override
    public Licenses licenses() {
        return new PostgresLicenses(gate);
    }

    @Override
    public Outbox outbox() {
        return new PostgresOutbox(gate, vault, "test");
    }

    @Override
    public void welcome(OrgId org) {
        new PostgresOrgs(gate).welcome(org);
    }

    @Override
    public void elapse(Duration passed) {
        for (OrgId org : orgs()) {
            gate.write(org, handle -> CLOCKS.forEach(sql -> shift(handle, sql, org, passed)));
        }
    }

    private List<OrgId> orgs() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("select org_id from org_home")
                                        .map((row, _) -> new OrgId(row.getString(1)))
                                        .list());
    }

    private static void shift(Handle handle, String sql, OrgId org, Duration passed) {
        int _ =
                handle.createUpdate(sql + " where org_id = :org")
                        .bind("by", passed)
                        .bind("org", org.value())
                        .execute();
    }

    @Override
    public void close() {
        desk.close();
    }
}
