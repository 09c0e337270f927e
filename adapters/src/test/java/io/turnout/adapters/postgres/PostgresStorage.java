package io.turnout.adapters.postgres;

import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.LinkUploads;
import io.turnout.application.connection.OrgConnections;
import io.turnout.application.connection.SchemaChecks;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Backlog;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Reconciliations;
import io.turnout.application.delivery.SeatCounts;
import io.turnout.application.hosting.VanityHosts;
import io.turnout.application.licensing.LicensePolls;
import io.turnout.application.licensing.Licenses;
import io.turnout.application.nudging.Nudges;
import io.turnout.application.privacy.Vault;
import io.turnout.application.publishing.CatalogPolls;
import io.turnout.application.publishing.EventContents;
import io.turnout.application.publishing.EventPages;
import io.turnout.application.publishing.Refreshes;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.PollRule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The storage ports over a real PostgreSQL, as the contracts try them.
public final class PostgresStorage implements Storage, AutoCloseable, AfterAllCallback {
    static final String STACK = "here";
    private static final byte[] MASTER_KEY = new byte[32];
    private static final List<String> CLOCKS =
            List.of(
                    "update hold set expires_at = expires_at - :by",
                    "update registration set offered_until = offered_until - :by",
                    "update room set line_due_at = line_due_at - :by",
                    "update outbox set owed_at = owed_at - :by, due_at = due_at - :by");
    private static final List<String> CALLERS =
            List.of(
                    """
                    update lane set lease_until = lease_until - :by,
                        next_call_at = next_call_at - :by, counts_owed_at = counts_owed_at - :by,
                        drifted_at = drifted_at - :by
                    """,
                    """
                    update outbound set held_until = held_until - :by, calls_at = calls_at - :by,
                        inserts_held_until = inserts_held_until - :by
                    """,
                    // By way of another century: one row at a time would meet its neighbour.
                    "update call_count set slot = slot - :by - interval '100 years'",
                    """
                    update call_count
                    set slot = slot + interval '100 years' - interval '1 microsecond'
                    """,
                    "update room_count set due_at = due_at - :by",
                    "update call_made set started_at = started_at - :by",
                    """
                    update bulk_job set lease_until = lease_until - :by,
                        next_turn_at = next_turn_at - :by, ended_at = ended_at - :by
                    """,
                    """
                    update reconciliation set lease_until = lease_until - :by,
                        due_at = due_at - :by, ended_at = ended_at - :by
                    """,
                    """
                    update event_refresh set due_at = due_at - :by,
                        lease_until = lease_until - :by, pulled_at = pulled_at - :by
                    """,
                    """
                    update org_poll set next_poll_at = next_poll_at - :by,
                        lease_until = lease_until - :by, polled_at = polled_at - :by,
                        swept_at = swept_at - :by, nudged_at = nudged_at - :by
                    """,
                    "update nudge set heard_at = heard_at - :by",
                    "update license set confirmed_at = confirmed_at - :by",
                    """
                    update license_poll set lease_until = lease_until - :by,
                        polled_at = polled_at - :by
                    """,
                    "update waiting_room set starts_at = starts_at - :by",
                    "update waiting_room set last_at = last_at - :by",
                    "update waiting_call set called_at = called_at - :by",
                    "update link_upload set expires_at = expires_at - :by",
                    "update link_upload set lease_until = lease_until - :by",
                    "update link_upload set touched_at = touched_at - :by",
                    "update org_connection set changed_at = changed_at - :by",
                    """
                    update schema_check set checked_at = checked_at - :by,
                        turn_until = turn_until - :by
                    """);

    private final Gate gate;
    private final OpenKeys keys;
    private final Vault vault;
    private final List<AdmissionDesk> desks;
    private final VanityHosts hosts;
    private final List<WaitingRooms> waitingRooms;
    private final AtomicInteger next = new AtomicInteger();

    public PostgresStorage() {
        this(AdmissionSettings.USUAL, PostgresServer.connect(PostgresServer.freshUrl()));
    }

    /// As many instances as there are JDBIs, on one database: whoever asks for the book gets that
    /// of the next instance.
    PostgresStorage(AdmissionSettings settings, Jdbi... jdbis) {
        // Races are run on busy machines, and are not about how long one waits to read.
        this.gate = new Gate(jdbis[0], STACK, new ReadTurns(Duration.ofSeconds(30)));
        this.hosts = new PostgresVanityHosts(gate);
        this.keys = new OpenKeys(new LocalKeyManagement(MASTER_KEY), new PostgresOrgKeys(gate));
        this.vault = new TinkVault(keys);
        this.desks =
                Stream.of(jdbis)
                        .map(jdbi -> new AdmissionDesk(new Gate(jdbi, STACK), settings))
                        .toList();
        this.waitingRooms =
                Stream.of(jdbis)
                        .<WaitingRooms>map(jdbi -> new PostgresWaitingRooms(new Gate(jdbi, STACK)))
                        .toList();
        desks.forEach(AdmissionDesk::start);
    }

    /// Two instances on one database.
    static PostgresStorage twice() {
        String url = PostgresServer.freshUrl();
        return new PostgresStorage(
                AdmissionSettings.USUAL, PostgresServer.connect(url), PostgresServer.connect(url));
    }

    public Gate gate() {
        return gate;
    }

    OpenKeys keys() {
        return keys;
    }

    public Vault vault() {
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
    public SeatCounts counts() {
        return new PostgresSeatCounts(gate, "test");
    }

    @Override
    public Backlog backlog() {
        return new PostgresBacklog(gate, vault, "test");
    }

    @Override
    public Reconciliations reconciliations() {
        return new PostgresReconciliations(gate, vault);
    }

    @Override
    public CallBudget callBudget(BudgetRule rule) {
        return new PostgresCallBudget(gate, rule);
    }

    @Override
    public EventContents contents() {
        return new PostgresEventContents(gate);
    }

    @Override
    public Refreshes refreshes() {
        return new PostgresRefreshes(gate);
    }

    @Override
    public CatalogPolls catalogPolls() {
        return new PostgresCatalogPolls(gate, new PollRule(BudgetRule.USUAL));
    }

    @Override
    public LicensePolls licensePolls() {
        return new PostgresLicensePolls(gate);
    }

    @Override
    public Nudges nudges() {
        return new PostgresNudges(gate);
    }

    @Override
    public OrgConnections connections() {
        return new PostgresOrgConnections(gate, vault);
    }

    @Override
    public VanityHosts hosts() {
        return hosts;
    }

    @Override
    public AttendeeLinks links() {
        return new PostgresAttendeeLinks(gate);
    }

    @Override
    public LinkUploads uploads() {
        return new PostgresLinkUploads(gate);
    }

    @Override
    public SchemaChecks schemaChecks() {
        return new PostgresSchemaChecks(gate);
    }

    @Override
    public WaitingRooms waitingRooms() {
        return waitingRooms.get(Math.floorMod(next.getAndIncrement(), waitingRooms.size()));
    }

    @Override
    public void welcome(OrgId org) {
        new PostgresOrgs(gate).welcome(org);
    }

    @Override
    public void elapse(Duration passed) {
        shift(CLOCKS, passed);
        hurry(passed);
    }

    /// As if so much time had passed for whoever calls, and none for what waits.
    public void hurry(Duration passed) {
        shift(CALLERS, passed);
    }

    private void shift(List<String> clocks, Duration passed) {
        for (OrgId org : orgs()) {
            gate.write(org, handle -> clocks.forEach(sql -> shift(handle, sql, org, passed)));
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
                        .configure(SqlStatements.class, all -> all.setUnusedBindingAllowed(true))
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
