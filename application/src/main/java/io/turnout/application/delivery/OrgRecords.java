package io.turnout.application.delivery;

import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.Receipt;

/// The records of an org in its Salesforce.
public interface OrgRecords {
    /// Writes a batch in one call: a row that is there is updated, any other is created, found by
    /// the attendee's id. So a batch that is written twice leaves what one leaves. May take as
    /// long as a minute; no lock or transaction may be held meanwhile. It does not throw for
    /// anything Salesforce says or fails to say.
    Receipt write(Batch batch);

    /// Writes how many are registered in rooms, found by their record ids and never created. The
    /// rows of the answer stand in the order of the counts. Otherwise as `write`.
    Receipt count(CountBatch batch);
}
