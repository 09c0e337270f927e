package io.turnout.application.delivery;

import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkTurn;

/// An org's Salesforce, asked to take rows by the thousand.
public interface BulkRecords {
    /// Takes one turn of a job: a few calls, up to some minutes; no lock or transaction may be
    /// held meanwhile. A turn that is taken twice leaves what one leaves. It does not throw for
    /// anything Salesforce says or fails to say.
    BulkReceipt take(BulkTurn turn);
}
