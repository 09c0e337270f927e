package io.turnout.application.memory;

import io.turnout.application.Outbound;
import io.turnout.application.Ports;
import io.turnout.domain.delivery.BudgetRule;
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
        MemoryReconciliations reconciliations,
        MemoryOrgRecords orgRecords,
        MemoryCallBudget callBudget,
        MemoryOrgKeys orgKeys) {
    public static Memory empty(InstantSource clock) {
        MemoryStore store = new MemoryStore();
        return new Memory(
                new MemoryOrgs(store),
                new MemoryRegistrationBook(store, clock),
                new MemoryEventPages(store),
                new MemoryLicenses(store),
                new MemoryOutbox(store, clock),
                new MemorySeatCounts(store, clock),
                new MemoryBacklog(store, clock),
                new MemoryReconciliations(store, clock),
                new MemoryOrgRecords(),
                new MemoryCallBudget(BudgetRule.USUAL, clock),
                new MemoryOrgKeys(store, clock));
    }

    public Ports ports() {
        return new Ports(
                orgs,
                book,
                pages,
                licenses,
                outbound(),
                new MemoryManageTokens(),
                new MemoryIdSource());
    }

    private Outbound outbound() {
        return new Outbound(
                outbox,
                counts,
                backlog,
                reconciliations,
                callBudget,
                new MemoryRenewal(),
                new Outbound.Reach(
                        orgRecords, new MemoryBulkRecords(), new MemoryOrgCensus(orgRecords)));
    }
}
