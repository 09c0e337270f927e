package io.turnout.application.memory;

import io.turnout.application.Inbound;
import io.turnout.application.Ports;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.publishing.PollRule;
import java.time.InstantSource;

/// The whole house in memory: every port has its twin here.
public record Memory(
        MemoryOrgs orgs,
        MemoryRegistrationBook book,
        MemoryEventPages pages,
        MemoryLicenses licenses,
        MemoryOutbox outbox,
        MemorySeatCounts counts,
        MemoryBacklog backlog,
        MemoryOrgRecords orgRecords,
        MemoryCallBudget callBudget,
        MemoryOrgKeys orgKeys,
        MemoryInbound inbound) {
    public static Memory empty(InstantSource clock) {
        MemoryStore store = new MemoryStore();
        MemoryCallBudget budget = new MemoryCallBudget(BudgetRule.USUAL, clock);
        PollRule rule = new PollRule(BudgetRule.USUAL);
        MemoryRefreshes refreshes = new MemoryRefreshes(store, clock);
        MemoryCatalogPolls polls = new MemoryCatalogPolls(store, clock, rule, budget);
        return new Memory(
                new MemoryOrgs(store),
                new MemoryRegistrationBook(store, clock),
                new MemoryEventPages(store),
                new MemoryLicenses(store, clock),
                new MemoryOutbox(store, clock),
                new MemorySeatCounts(store, clock),
                new MemoryBacklog(store, clock),
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
                        new MemoryNudges(store, clock, refreshes, polls)));
    }

    public Ports ports() {
        return new Ports(
                orgs,
                book,
                pages,
                licenses,
                outbox,
                counts,
                backlog,
                orgRecords,
                new MemoryBulkRecords(),
                callBudget,
                new MemoryRenewal(),
                new MemoryManageTokens(),
                new MemoryIdSource(),
                inbound.ports());
    }

    /// The twins behind what comes in from Salesforce.
    public record MemoryInbound(
            MemoryOrgCatalog catalog,
            MemoryRefreshes refreshes,
            MemoryCatalogPolls catalogPolls,
            MemoryEventContents contents,
            MemoryLicenseSource licenseSource,
            MemoryLicensePolls licensePolls,
            MemoryNudges nudges) {
        Inbound ports() {
            return new Inbound(
                    catalog, refreshes, catalogPolls, licenseSource, licensePolls, nudges);
        }
    }
}
