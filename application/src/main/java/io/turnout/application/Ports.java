package io.turnout.application;

import io.turnout.application.delivery.Backlog;
import io.turnout.application.delivery.BulkRecords;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.delivery.OrgRecords;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Renewal;
import io.turnout.application.delivery.SeatCounts;
import io.turnout.application.licensing.Licenses;
import io.turnout.application.org.Orgs;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.application.publishing.EventPages;
import io.turnout.application.registration.IdSource;
import io.turnout.application.registration.RegistrationBook;

/// Everything the use cases need of the outside.
public record Ports(
        Orgs orgs,
        RegistrationBook book,
        EventPages pages,
        Licenses licenses,
        Outbox outbox,
        SeatCounts counts,
        Backlog backlog,
        OrgRecords orgRecords,
        BulkRecords bulkRecords,
        CallBudget callBudget,
        Renewal renewal,
        ManageTokens tokens,
        IdSource ids,
        Inbound inbound) {
    /// The same, but with another book.
    public Ports withBook(RegistrationBook other) {
        return new Ports(
                orgs,
                other,
                pages,
                licenses,
                outbox,
                counts,
                backlog,
                orgRecords,
                bulkRecords,
                callBudget,
                renewal,
                tokens,
                ids,
                inbound);
    }
}
