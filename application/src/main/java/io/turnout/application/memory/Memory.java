package io.turnout.application.memory;

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
        MemoryOrgRecords orgRecords,
        MemoryCallBudget callBudget,
        MemoryOrgKeys orgKeys,
        MemoryConnected connected) {
    public static Memory empty(InstantSource clock) {
        MemoryStore store = new MemoryStore();
        return new Memory(
                new MemoryOrgs(store),
                new MemoryRegistrationBook(store, clock),
                new MemoryEventPages(store),
                new MemoryLicenses(store),
                new MemoryOutbox(store, clock),
                new MemoryOrgRecords(),
                new MemoryCallBudget(BudgetRule.USUAL, clock),
                new MemoryOrgKeys(store, clock),
                MemoryConnected.over(store, clock));
    }

    public Ports ports() {
        return new Ports(
                orgs,
                book,
                pages,
                licenses,
                outbox,
                orgRecords,
                callBudget,
                new MemoryRenewal(),
                new MemoryManageTokens(),
                new MemoryIdSource(),
                connected.ports());
    }
}
