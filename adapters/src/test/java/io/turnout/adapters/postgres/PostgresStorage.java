package io.turnout.adapters.postgres;

import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.connection.OrgConnections;
import io.turnout.application.connection.SchemaChecks;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.licensing.Licenses;
import io.turnout.application.privacy.Vault;
import io.turnout.application.publishing.EventPages;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The storage ports over a real PostgreSQL, as the contracts try them.
final class PostgresStorage implements Storage, AutoCloseable, AfterAllCallback {
    static final String STACK = "here";
    private static final byte[] MASTER_KEY = new byte[32];
    private static final List<String> CLOCKS =
            List.of(
                    "update hold set expires_at = expires_at - :by",
                    "update outbox set owed_at = owed_at - :by, due_at = due_at - :by",
                    """
                    update lane set lease_until = lease_until - :by,
                        next_call_at = next_call_at - :by, drifted_at = drifted_at - :by
                    """,
                    """
                    update outbound set held_until = held_until - :by, calls_at = calls_at - :by
                    """,
                    "update call_count set slot = slot - :by",
                    "update org_connection set changed_at = changed_at - :by",
                    """
                    update schema_check set checked_at = checked_at - :by,
                        turn_until = turn_until - :by
                    """);

    private final Gate gate;
    private final Vault vault;
    private final List<AdmissionDesk> desks;
    private final AtomicInteger next = new AtomicInteger();

    PostgresStorage() {
        this(AdmissionSettings.USUAL, PostgresServer.connect(PostgresServer.freshUrl()));
    }

    /// As many instances as there are JDBIs, on one database: whoever asks for the book gets that
    /// of the next instance.
    PostgresStorage(AdmissionSettings settings, Jdbi... jdbis) {
        this.gate = new Gate(jdbis[0], STACK);
        this.vault =
                new TinkVault(
                        new OpenKeys(
                                new LocalKeyManagement(MASTER_KEY), new PostgresOrgKeys(gate)));
        this.desks =
                Stream.of(jdbis)
                        .map(jdbi -> new AdmissionDesk(new Gate(jdbi, STACK), settings))
                        .toList();
        desks.forEach(AdmissionDesk::start);
    }

    /// Two instances on one database.
    static PostgresStorage twice() {
        String url = PostgresServer.freshUrl();
        return new PostgresStorage(
                AdmissionSettings.USUAL, PostgresServer.connect(url), PostgresServer.connect(url));
    }

    Gate gate() {
        return gate;
    }

    Vault vault() {
        return vault;
    }

    @Override
    public RegistrationBook book() {
        AdmissionDesk desk = desks.get(Math.floorMod(next.getAndIncrement(), desks.size()));
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
    public CallBudget callBudget(BudgetRule rule) {
        return new PostgresCallBudget(gate, rule);
    }

    @Override
    public OrgConnections connections() {
        return new PostgresOrgConnections(gate, vault);
    }

    @Override
    public SchemaChecks schemaChecks() {
        return new PostgresSchemaChecks(gate);
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
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        desks.forEach(AdmissionDesk::close);
    }
}
