package io.turnout.application.memory;

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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// The twins, as the contracts try them: their clock stands still until it is moved.
public final class MemoryStorage implements Storage {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource clock = now::get;
    private final Map<BudgetRule, CallBudget> budgets = new ConcurrentHashMap<>();
    private final Memory memory = Memory.empty(clock);

    public MemoryStorage() {
        budgets.put(BudgetRule.USUAL, memory.callBudget());
    }

    public Memory memory() {
        return memory;
    }

    @Override
    public RegistrationBook book() {
        return memory.book();
    }

    @Override
    public EventPages pages() {
        return memory.pages();
    }

    @Override
    public Licenses licenses() {
        return memory.licenses();
    }

    @Override
    public Outbox outbox() {
        return memory.outbox();
    }

    @Override
    public SeatCounts counts() {
        return memory.counts();
    }

    @Override
    public Backlog backlog() {
        return memory.backlog();
    }

    @Override
    public Reconciliations reconciliations() {
        return memory.reconciliations();
    }

    @Override
    public CallBudget callBudget(BudgetRule rule) {
        return budgets.computeIfAbsent(rule, same -> new MemoryCallBudget(same, clock));
    }

    @Override
    public EventContents contents() {
        return memory.inbound().contents();
    }

    @Override
    public Refreshes refreshes() {
        return memory.inbound().refreshes();
    }

    @Override
    public CatalogPolls catalogPolls() {
        return memory.inbound().catalogPolls();
    }

    @Override
    public LicensePolls licensePolls() {
        return memory.inbound().licensePolls();
    }

    @Override
    public Nudges nudges() {
        return memory.inbound().nudges();
    }

    @Override
    public OrgConnections connections() {
        return memory.connected().connections();
    }

    @Override
    public VanityHosts hosts() {
        return memory.hosts();
    }

    @Override
    public AttendeeLinks links() {
        return memory.links().kept();
    }

    @Override
    public LinkUploads uploads() {
        return memory.links().uploads();
    }

    @Override
    public SchemaChecks schemaChecks() {
        return memory.connected().checks();
    }

    @Override
    public WaitingRooms waitingRooms() {
        return memory.waiting().rooms();
    }

    @Override
    public LinkPolls linkPolls() {
        return memory.links().minting().polls();
    }

    @Override
    public OwedLinks owedLinks() {
        return memory.links().minting().owed();
    }

    @Override
    public Erasures erasures() {
        return memory.erasure().erasures();
    }

    @Override
    public ErasureLedger erasureLedger() {
        return memory.erasure().ledger();
    }

    @Override
    public Notices notices() {
        return memory.retention().notices();
    }

    @Override
    public Retained retained() {
        return memory.retention().retained();
    }

    @Override
    public Vault vault() {
        return memory.erasure().vault();
    }

    @Override
    public void welcome(OrgId org) {
        memory.orgs().welcome(org);
    }

    @Override
    public void elapse(Duration passed) {
        var _ = now.updateAndGet(instant -> instant.plus(passed));
    }
}
