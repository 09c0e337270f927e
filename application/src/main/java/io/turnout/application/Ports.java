package io.turnout.application;

import io.turnout.application.connection.ConnectionPorts;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.delivery.OrgRecords;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Renewal;
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
        OrgRecords orgRecords,
        CallBudget callBudget,
        Renewal renewal,
        ManageTokens tokens,
        IdSource ids,
        ConnectionPorts connections) {
    /// The same, but with another book.
    public Ports withBook(RegistrationBook other) {
        return new Ports(
                orgs,
                other,
                pages,
                licenses,
                outbox,
                orgRecords,
                callBudget,
                renewal,
                tokens,
                ids,
                connections);
    }
}
