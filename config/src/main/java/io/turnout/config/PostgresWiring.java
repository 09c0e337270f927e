package io.turnout.config;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.jdbi3.JdbiFactory;
import io.turnout.adapters.caffeine.CaffeineEventPages;
import io.turnout.adapters.files.FileLedgerCopy;
import io.turnout.adapters.ids.TimeOrderedIds;
import io.turnout.adapters.postgres.AdmissionDesk;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresArrears;
import io.turnout.adapters.postgres.PostgresAuditTrail;
import io.turnout.adapters.postgres.PostgresBacklog;
import io.turnout.adapters.postgres.PostgresCallBudget;
import io.turnout.adapters.postgres.PostgresCatalogPolls;
import io.turnout.adapters.postgres.PostgresErasureLedger;
import io.turnout.adapters.postgres.PostgresErasures;
import io.turnout.adapters.postgres.PostgresEventContents;
import io.turnout.adapters.postgres.PostgresEventPages;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.adapters.postgres.PostgresLicensePolls;
import io.turnout.adapters.postgres.PostgresLicenses;
import io.turnout.adapters.postgres.PostgresLinkPolls;
import io.turnout.adapters.postgres.PostgresLinkUploads;
import io.turnout.adapters.postgres.PostgresNotices;
import io.turnout.adapters.postgres.PostgresNudges;
import io.turnout.adapters.postgres.PostgresOperatorSessions;
import io.turnout.adapters.postgres.PostgresOrgConnections;
import io.turnout.adapters.postgres.PostgresOrgKeys;
import io.turnout.adapters.postgres.PostgresOrgs;
import io.turnout.adapters.postgres.PostgresOutbox;
import io.turnout.adapters.postgres.PostgresOwedLinks;
import io.turnout.adapters.postgres.PostgresReconciliations;
import io.turnout.adapters.postgres.PostgresRecordKeys;
import io.turnout.adapters.postgres.PostgresRefreshes;
import io.turnout.adapters.postgres.PostgresRegistrationBook;
import io.turnout.adapters.postgres.PostgresRetained;
import io.turnout.adapters.postgres.PostgresSchemaChecks;
import io.turnout.adapters.postgres.PostgresSeatCounts;
import io.turnout.adapters.postgres.PostgresVanityHosts;
import io.turnout.adapters.postgres.PostgresWaitingRooms;
import io.turnout.adapters.postgres.SeenWaitingRooms;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkLinkTokens;
import io.turnout.adapters.tink.TinkManageTokens;
import io.turnout.adapters.tink.TinkTicketSeals;
import io.turnout.adapters.tink.TinkUploadTickets;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.Inbound;
import io.turnout.application.Outbound;
import io.turnout.application.Ports;
import io.turnout.application.UseCases;
import io.turnout.application.attendeelink.LinkPorts;
import io.turnout.application.attendeelink.MintPorts;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.connection.OrgConnections;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.erasure.ErasureLedger;
import io.turnout.application.erasure.ErasurePorts;
import io.turnout.application.erasure.LedgerCopy;
import io.turnout.application.memory.MemoryCrowd;
import io.turnout.application.memory.MemoryLedgerCopy;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.KeyUseCases;
import io.turnout.application.privacy.Vault;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.application.retention.Retained;
import io.turnout.application.retention.RetentionPorts;
import io.turnout.application.waitingroom.WaitingPorts;
import io.turnout.domain.publishing.PollRule;
import java.util.List;
import java.util.stream.Stream;

/// The house over PostgreSQL.
final class PostgresWiring {
    private static final int WARM_ORGS_MAX = 1_000;

    /// Of our share of an org's calls, so much may be spent on asking whom it invited.
    private static final double LINKS_PART = 0.25;

    private final TurnoutSettings settings;
    private final Environment environment;
    private final DataSourceFactory database;

    PostgresWiring(TurnoutSettings settings, Environment environment, DataSourceFactory database) {
        this.settings = settings;
        this.environment = environment;
        this.database = database;
    }

    House house(KeyManagement management) {
        Gate gate = gate();
        OpenKeys keys = new OpenKeys(management, new PostgresOrgKeys(gate));
        Vault vault = new TinkVault(keys);
        KeyLoops keyLoops =
                new KeyLoops(keys, keys(gate, management, vault), environment.metrics());
        AdmissionDesk desk =
                new AdmissionDesk(
                        gate, settings.admission().toSettings(settings.waitlist().toRule()));
        environment.metrics().registerGauge(LoadMeter.WAITING, desk::waiting);
        CallBudget budget = new PostgresCallBudget(gate, settings.budget().toRule());
        var salesforce =
                new SalesforceWiring(
                        settings, environment, budget, new PostgresOrgConnections(gate, vault));
        CacheWiring cache = CacheWiring.around(new PostgresEventContents(gate), settings);
        LimitsWiring limits = LimitsWiring.of(settings);
        PeerWiring peers = PeerWiring.over(gate, settings, environment, management);
        CheckoutWiring checkouts = CheckoutWiring.over(keys, settings);
        LinkWiring links = LinkWiring.over(gate, cache.shared(), settings.stack(), vault);
        FlagWiring flags = FlagWiring.over(gate, settings);
        UploadSealing sealing = new UploadSealing();
        LeaseRenewal renewal =
                new LeaseRenewal(new PostgresOutbox(gate, vault, settings.instance()));
        Outbound outbound =
                new Outbound(
                        new PostgresOutbox(gate, vault, settings.instance()),
                        new PostgresSeatCounts(gate, settings.instance()),
                        new PostgresBacklog(gate, vault, settings.instance()),
                        new PostgresReconciliations(gate, vault),
                        new PostgresArrears(gate),
                        budget,
                        renewal,
                        salesforce.reach());
        RegistrationBook book = new PostgresRegistrationBook(gate, vault, desk);
        SettingWiring governed =
                SettingWiring.over(
                        gate,
                        database,
                        settings,
                        new HouseRehearsals(
                                book,
                                new PostgresEventPages(gate, cache.contents()),
                                new PostgresLicenses(gate),
                                desk::check));
        Ports ports =
                new Ports(
                        new PostgresOrgs(gate),
                        book,
                        new CaffeineEventPages(new PostgresEventPages(gate, cache.contents())),
                        new PostgresLicenses(gate),
                        outbound,
                        new TinkManageTokens(keys),
                        new TimeOrderedIds(),
                        inbound(gate, salesforce),
                        salesforce.connectionPorts(new PostgresSchemaChecks(gate)),
                        limits.allowances(),
                        new PostgresVanityHosts(gate),
                        waiting(gate, keys),
                        checkouts.ports(),
                        new LinkPorts(
                                links.links(),
                                new TinkLinkTokens(keys),
                                vault,
                                new PostgresLinkUploads(gate),
                                new TinkUploadTickets(keys),
                                sealing,
                                minting(gate, salesforce)),
                        new PostgresAuditTrail(gate),
                        erasure(gate, vault),
                        new RetentionPorts(
                                new PostgresRetained(gate),
                                settings.retention().toRule(),
                                new PostgresNotices(gate),
                                management),
                        flags.ports(),
                        RolloutWiring.over(gate, flags.ports().overlay(), salesforce.zones()),
                        new PostgresOperatorSessions(gate),
                        governed.ports(),
                        settings.media().open(Wiring.clock()),
                        ScalingWiring.over(gate, database, settings),
                        peers.relocations());
        return new House(
                ports,
                UseCases.over(ports, settings.rules(), settings.roomRule()),
                Stream.of(
                                keyLoops.parts(),
                                cache.parts(),
                                limits.parts(),
                                checkouts.parts(),
                                List.of(
                                        renewal,
                                        sealing,
                                        links.part(),
                                        admission(desk, keys),
                                        governed.part()),
                                flags.parts(),
                                peers.parts())
                        .flatMap(List::stream)
                        .toList(),
                peers.crossing());
    }

    private static WaitingPorts waiting(Gate gate, OpenKeys keys) {
        return new WaitingPorts(
                new SeenWaitingRooms(new PostgresWaitingRooms(gate)),
                new TinkTicketSeals(keys),
                new MemoryCrowd(Wiring.clock()));
    }

    private MintPorts minting(Gate gate, SalesforceWiring salesforce) {
        return new MintPorts(
                salesforce.linkSource(),
                new PostgresLinkPolls(gate, new PollRule(settings.budget().toRule(), LINKS_PART)),
                new PostgresOwedLinks(gate, settings.instance()),
                settings.links().toRule(settings.rules().batches()));
    }

    private Inbound inbound(Gate gate, SalesforceWiring salesforce) {
        return new Inbound(
                salesforce.catalog(),
                new PostgresRefreshes(gate),
                new PostgresCatalogPolls(gate, new PollRule(settings.budget().toRule())),
                salesforce.licenseSource(),
                new PostgresLicensePolls(gate),
                new PostgresNudges(gate),
                salesforce.secrets());
    }

    private ErasurePorts erasure(Gate gate, Vault vault) {
        return new ErasurePorts(
                new PostgresErasures(gate, vault),
                new PostgresErasureLedger(gate),
                settings.erasure()
                        .file()
                        .<LedgerCopy>map(FileLedgerCopy::new)
                        .orElseGet(MemoryLedgerCopy::new),
                vault,
                settings.erasure().toRule());
    }

    /// What was kept, and the trail that says so.
    record Kept(Retained retained, AuditTrail trail) {}

    /// Only what is needed to show what was done, and to delete what was kept long enough.
    Kept kept() {
        Gate gate = gate();
        return new Kept(new PostgresRetained(gate), new PostgresAuditTrail(gate));
    }

    /// Whom this stack forgot, and what their receipts are sealed with.
    record Ledgers(ErasureLedger ledger, Vault vault) {}

    Ledgers ledgers(KeyManagement management) {
        Gate gate = gate();
        return new Ledgers(
                new PostgresErasureLedger(gate),
                new TinkVault(new OpenKeys(management, new PostgresOrgKeys(gate))));
    }

    private static KeyUseCases keys(Gate gate, KeyManagement management, Vault vault) {
        return KeyUseCases.over(
                new PostgresOrgKeys(gate), new PostgresRecordKeys(gate, vault), management, vault);
    }

    /// Only what is needed to replace keys.
    KeyUseCases keys(KeyManagement management) {
        Gate gate = gate();
        return keys(
                gate,
                management,
                new TinkVault(new OpenKeys(management, new PostgresOrgKeys(gate))));
    }

    /// Only what is needed to know how orgs are reached.
    OrgConnections connections(KeyManagement management) {
        Gate gate = gate();
        return new PostgresOrgConnections(
                gate, new TinkVault(new OpenKeys(management, new PostgresOrgKeys(gate))));
    }

    private Gate gate() {
        Database.limit(database, settings.instance());
        return new Gate(
                PostgresJdbi.prepare(new JdbiFactory().build(environment, database, "postgres")),
                settings.stack());
    }

    private static House.Part admission(AdmissionDesk desk, OpenKeys keys) {
        return new House.Part() {
            @Override
            public void start() {
                int _ = keys.warm(WARM_ORGS_MAX);
                desk.start();
            }

            @Override
            public void stop() {
                desk.close();
            }

            @Override
            public void health() {
                desk.check();
            }
        };
    }
}
