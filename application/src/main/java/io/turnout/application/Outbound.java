package io.turnout.application;

import io.turnout.application.delivery.Arrears;
import io.turnout.application.delivery.Backlog;
import io.turnout.application.delivery.BulkRecords;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.delivery.OrgCensus;
import io.turnout.application.delivery.OrgRecords;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Reconciliations;
import io.turnout.application.delivery.Renewal;
import io.turnout.application.delivery.SeatCounts;

/// What it takes to bring what is owed to the orgs: what is owed, and how to reach them.
public record Outbound(
        Outbox outbox,
        SeatCounts counts,
        Backlog backlog,
        Reconciliations reconciliations,
        Arrears arrears,
        CallBudget budget,
        Renewal renewal,
        Reach reach) {
    /// The orgs' Salesforce, written and asked.
    public record Reach(OrgRecords records, BulkRecords bulk, OrgCensus census) {}

    /// The same, but with another way to reach the orgs.
    public Outbound over(Reach other) {
        return new Outbound(
                outbox, counts, backlog, reconciliations, arrears, budget, renewal, other);
    }
}
