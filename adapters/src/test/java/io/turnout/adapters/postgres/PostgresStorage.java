package io.turnout.adapters.postgres;

import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.LinkPolls;
import io.turnout.application.attendeelink.LinkUploads;
import io.turnout.application.attendeelink.OwedLinks;
import io.turnout.application.connection.OrgConnections;
import io.turnout.application.connection.SchemaChecks;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Backlog;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Reconciliations;
import io.turnout.application.delivery.SeatCounts;
import io.turnout.application.erasure.ErasureLedger;
import io.turnout.application.erasure.Erasures;
import io.turnout.application.hosting.VanityHosts;
import io.turnout.application.licensing.LicensePolls;
import io.turnout.application.licensing.Licenses;
import io.turnout.application.nudging.Nudges;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.Vault;
import io.turnout.application.publishing.CatalogPolls;
import io.turnout.application.publishing.EventContents;
import io.turnout.application.publishing.EventPages;
import io.turnout.application.publishing.Refreshes;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.application.retention.Notices;
import io.turnout.application.retention.Retained;
import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.PollRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The storage ports over a real PostgreSQL, as the contracts try them.
public final class PostgresStorage implements Storage, AutoCloseable, AfterAllCallback {
    static final String STACK = "here";
    private static final byte[] MASTER_KEY = new byte[32];
    private final Gate gate;
    private final LocalKeyManagement management;
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
        this(STACK, MASTER_KEY, settings, jdbis);
    }

    /// A stack of its own, whose keys no other can open.
    static PostgresStorage stack(String name) {
        byte[] masterKey = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), MASTER_KEY.length);
        Jdbi jdbi = PostgresServer.connect(PostgresServer.freshUrl());
        return new PostgresStorage(name, masterKey, AdmissionSettings.USUAL, jdbi);
    }

    private PostgresStorage(
            String stack, byte[] masterKey, AdmissionSettings settings, Jdbi... jdbis) {
        // Races are run on busy machines, and are not about how long one waits to read.
        this.gate = new Gate(jdbis[0], stack, new ReadTurns(Duration.ofSeconds(30)));
        this.hosts = new PostgresVanityHosts(gate);
        this.management = new LocalKeyManagement(masterKey);
        this.keys = new OpenKeys(management, new PostgresOrgKeys(gate));
        this.vault = new TinkVault(keys);
        this.desks =
                Stream.of(jdbis)
                        .map(jdbi -> new AdmissionDesk(new Gate(jdbi, stack), settings))
                        .toList();
        this.waitingRooms =
                Stream.of(jdbis)
                        .<WaitingRooms>map(jdbi -> new PostgresWaitingRooms(new Gate(jdbi, stack)))
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

    KeyManagement management() {
        return management;
    }

    public OpenKeys keys() {
        return keys;
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Override
    public Notices notices() {
        return new PostgresNotices(gate);
    }

    @Override
    public Retained retained() {
        return new PostgresRetained(gate);
    }

    @Override
    public Erasures erasures() {
        return new PostgresErasures(gate, vault);
    }

    @Override
    public ErasureLedger erasureLedger() {
        return new PostgresErasureLedger(gate);
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
    public LinkPolls linkPolls() {
        return new PostgresLinkPolls(gate, new PollRule(BudgetRule.USUAL));
    }

    @Override
    public OwedLinks owedLinks() {
        return new PostgresOwedLinks(gate, "test");
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
        shift(PostgresClocks.CLOCKS, passed);
        hurry(passed);
        gate.jdbi().useHandle(handle -> PostgresClocks.passed(handle, passed));
    }

    /// As if so much time had passed for whoever calls, and none for what waits.
    public void hurry(Duration passed) {
        shift(PostgresClocks.CALLERS, passed);
    }

    private void shift(List<String> clocks, Duration passed) {
        for (OrgId org : orgs()) {
            gate.write(
                    org,
                    handle -> {
                        // Time passes also for rows that somebody has locked.
                        int _ = handle.execute("set local lock_timeout = 0");
                        clocks.forEach(sql -> PostgresClocks.passed(handle, sql, org, passed));
                    });
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

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        desks.forEach(AdmissionDesk::close);
    }
}
