package io.turnout.application.memory;

import io.turnout.application.Inbound;
import io.turnout.application.Outbound;
import io.turnout.application.Ports;
import io.turnout.application.attendeelink.LinkPorts;
import io.turnout.application.attendeelink.MintPorts;
import io.turnout.application.attendeelink.MintRule;
import io.turnout.application.erasure.ErasurePorts;
import io.turnout.application.erasure.ErasureRule;
import io.turnout.application.flags.FlagDecisions;
import io.turnout.application.flags.FlagPorts;
import io.turnout.application.relocation.RelocationPorts;
import io.turnout.application.retention.RetentionPorts;
import io.turnout.application.rollout.RolloutPorts;
import io.turnout.application.scaling.Front;
import io.turnout.application.scaling.ScalingPorts;
import io.turnout.application.scaling.ScalingTerms;
import io.turnout.application.setting.SettingPorts;
import io.turnout.application.waitingroom.WaitingPorts;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.publishing.PollRule;
import io.turnout.domain.retention.RetentionRule;
import io.turnout.domain.scaling.AffinityPolicy;
import io.turnout.domain.scaling.ScalingPlan;
import io.turnout.domain.setting.ChangeRule;
import java.time.InstantSource;
import java.util.List;

/// The whole house in memory: every port has its twin here.
public record Memory(
        MemoryOrgs orgs,
        MemoryRegistrationBook book,
        MemoryEventPages pages,
        MemoryLicenses licenses,
        MemoryOutbox outbox,
        MemorySeatCounts counts,
        MemoryBacklog backlog,
        MemoryReconciliations reconciliations,
        MemoryArrears arrears,
        MemoryOrgRecords orgRecords,
        MemoryCallBudget callBudget,
        MemoryOrgKeys orgKeys,
        MemoryInbound inbound,
        MemoryConnected connected,
        MemoryAllowances allowances,
        MemoryVanityHosts hosts,
        WaitingPorts waiting,
        MemoryCheckout checkout,
        LinkPorts links,
        MemoryAuditTrail audit,
        ErasurePorts erasure,
        RetentionPorts retention,
        FlagPorts flags,
        RolloutPorts rollouts,
        MemoryOperatorSessions sessions,
        SettingPorts settings,
        MemoryMediaStorage media,
        ScalingPorts scaling,
        RelocationPorts relocations) {
    public static Memory empty(InstantSource clock) {
        MemoryStore store = new MemoryStore();
        MemoryCallBudget budget = new MemoryCallBudget(BudgetRule.USUAL, clock);
        PollRule rule = new PollRule(BudgetRule.USUAL);
        MemoryRefreshes refreshes = new MemoryRefreshes(store, clock);
        MemoryAuditTrail audit = new MemoryAuditTrail(clock);
        MemoryCatalogPolls polls = new MemoryCatalogPolls(store, clock, rule, budget);
        FlagPorts flags = flags(audit, clock);
        return new Memory(
                new MemoryOrgs(store),
                new MemoryRegistrationBook(store, clock),
                new MemoryEventPages(store),
                new MemoryLicenses(store, clock),
                new MemoryOutbox(store, clock),
                new MemorySeatCounts(store, clock),
                new MemoryBacklog(store, clock),
                new MemoryReconciliations(store, clock),
                new MemoryArrears(store),
                new MemoryOrgRecords(),
                budget,
                new MemoryOrgKeys(store, clock),
                new MemoryInbound(
                        new MemoryOrgCatalog(),
                        refreshes,
                        polls,
                        new MemoryEventContents(store),
                        new MemoryLicenseSource(),
                        new MemoryLicensePolls(store, clock),
                        new MemoryNudges(store, clock, refreshes, polls),
                        new MemoryWebhookSecrets()),
                MemoryConnected.over(store, clock),
                new MemoryAllowances(clock),
                new MemoryVanityHosts(),
                new WaitingPorts(
                        new MemoryWaitingRooms(store, clock),
                        new MemoryTicketSeals(),
                        new MemoryCrowd(clock)),
                MemoryCheckout.empty(),
                new LinkPorts(
                        new MemoryAttendeeLinks(store, clock),
                        new MemoryLinkTokens(),
                        new MemoryVault(),
                        new MemoryLinkUploads(store, clock),
                        new MemoryUploadTickets(),
                        Runnable::run,
                        new MintPorts(
                                new MemoryLinkSource(),
                                new MemoryLinkPolls(store, clock),
                                new MemoryOwedLinks(store, clock),
                                MintRule.NONE)),
                audit,
                new ErasurePorts(
                        new MemoryErasures(store, clock, new MemoryVault()),
                        new MemoryErasureLedger(store),
                        new MemoryLedgerCopy(),
                        new MemoryVault(),
                        ErasureRule.USUAL),
                new RetentionPorts(
                        new MemoryRetained(store, clock),
                        RetentionRule.NONE,
                        new MemoryNotices(clock),
                        new MemoryKeyManagement()),
                flags,
                rollouts(store, flags, audit, clock),
                new MemoryOperatorSessions(clock),
                settings(audit, clock),
                new MemoryMediaStorage(clock),
                scaling(clock),
                relocations(audit, clock));
    }

    private static RolloutPorts rollouts(
            MemoryStore store, FlagPorts flags, MemoryAuditTrail audit, InstantSource clock) {
        return new RolloutPorts(
                new MemoryRollouts(flags.overlay(), audit, clock),
                new MemoryOrgProfiles(store, clock),
                new MemoryOrgZones(),
                new MemoryChoices(clock),
                new MemoryOrgCalendars(store, clock),
                new MemoryFreezes(clock),
                new MemoryOrgHealth(clock),
                flags.overlay(),
                audit,
                clock);
    }

    private static SettingPorts settings(MemoryAuditTrail audit, InstantSource clock) {
        return new SettingPorts(
                new MemoryConfigVariables(clock),
                new MemoryProposals(audit, clock),
                new MemoryTrialInstances(),
                new MemoryInstanceReports(clock),
                new MemorySettingProbes(),
                new MemoryRehearsals(),
                ChangeRule.USUAL);
    }

    private static ScalingPorts scaling(InstantSource clock) {
        return scaling(
                new MemoryScalingPlans(new ScalingPlan(ScalingTerms.NONE.limits(), List.of())),
                ScalingTerms.NONE,
                clock);
    }

    /// A house that starts and stops its instances on these terms.
    public static ScalingPorts scaling(
            MemoryScalingPlans plans, ScalingTerms terms, InstantSource clock) {
        return new ScalingPorts(
                new MemoryInstanceScaling(plans, clock),
                plans,
                new MemoryInstanceLoads(clock),
                new MemoryOwedDelivery(),
                new MemoryScalingWatch(clock),
                new MemorySoleWriter(),
                terms,
                new MemoryConnectionLimits(),
                new Front(new MemorySessionAffinity(), AffinityPolicy.AS_IT_IS),
                clock);
    }

    private static RelocationPorts relocations(MemoryAuditTrail audit, InstantSource clock) {
        return new RelocationPorts(
                new MemoryRelocations(clock),
                List.of(),
                MemoryMovers.one(),
                audit,
                clock,
                () -> {});
    }

    private static FlagPorts flags(MemoryAuditTrail trail, InstantSource clock) {
        MemoryFlagOverlay overlay = new MemoryFlagOverlay(trail, clock);
        return new FlagPorts(
                new FlagDecisions(overlay, new MemoryFlagDefinitions(), clock),
                overlay,
                new MemoryOverlayAcknowledgements(overlay, clock),
                new MemoryDriftNews(),
                "this");
    }

    public Ports ports() {
        return new Ports(
                orgs,
                book,
                pages,
                licenses,
                outbound(),
                new MemoryManageTokens(),
                new MemoryIdSource(),
                inbound.ports(),
                connected.ports(),
                allowances,
                hosts,
                waiting,
                checkout.ports(),
                links,
                audit,
                erasure,
                retention,
                flags,
                rollouts,
                sessions,
                settings,
                media,
                scaling,
                relocations);
    }

    /// The twins behind what comes in from Salesforce.
    public record MemoryInbound(
            MemoryOrgCatalog catalog,
            MemoryRefreshes refreshes,
            MemoryCatalogPolls catalogPolls,
            MemoryEventContents contents,
            MemoryLicenseSource licenseSource,
            MemoryLicensePolls licensePolls,
            MemoryNudges nudges,
            MemoryWebhookSecrets secrets) {
        Inbound ports() {
            return new Inbound(
                    catalog, refreshes, catalogPolls, licenseSource, licensePolls, nudges, secrets);
        }
    }

    private Outbound outbound() {
        return new Outbound(
                outbox,
                counts,
                backlog,
                reconciliations,
                arrears,
                callBudget,
                new MemoryRenewal(),
                new Outbound.Reach(
                        orgRecords, new MemoryBulkRecords(), new MemoryOrgCensus(orgRecords)));
    }
}
