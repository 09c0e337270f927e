package io.turnout.application.delivery;

import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.InviteeRow;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.org.OrgId;
import java.util.List;

/// The records of an org in its Salesforce.
public interface OrgRecords {
    /// Writes a batch in one call: a row that is there is updated, any other is created, found by
    /// the attendee's id. Whoever was invited is written into the record that the org made for
    /// them; where that is no more, the row waits with `Reason.RECORD_GONE`, and is owed as any
    /// other from then on. So a batch that is written twice leaves what one leaves. May take as
    /// long as a minute; no lock or transaction may be held meanwhile. It does not throw for
    /// anything Salesforce says or fails to say.
    Receipt write(Batch batch);

    /// Writes how many are registered in rooms, found by their record ids and never created. The
    /// rows of the answer stand in the order of the counts. Otherwise as `write`.
    Receipt count(CountBatch batch);

    /// Writes into the records of whom the org invited, found by their ids and never created.
    /// Otherwise as `count`.
    Receipt write(OrgId org, List<InviteeRow> rows);
}
